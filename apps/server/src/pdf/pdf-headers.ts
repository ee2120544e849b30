/** How a PDF goes out: under a name that fits in a header, kept by nobody on the way. */

/** Letters outside ASCII go in the second form, which every browser reads. */
export function pdfHeaders(title: string): Record<string, string> {
  const plain = title.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/["\\/:*?<>|]/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 80) || 'tekst'
  return { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${plain}.pdf"; filename*=UTF-8''${encodeURIComponent(title.slice(0, 120))}.pdf`, 'cache-control': 'no-store' }
}
