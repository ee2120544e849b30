/** The same words as HTML: paragraphs, and a button for a line that is only an address. */

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!)

const CODE = /^\d{3} ?\d{3}$/
const ADDRESS = /^https?:\/\/\S+$/

export function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/).map((paragraph) => {
    if (ADDRESS.test(paragraph)) return `<p style="margin:24px 0"><a href="${escapeHtml(paragraph)}" style="color:#1d4d7a;font-weight:600">${escapeHtml(paragraph)}</a></p>`
    if (CODE.test(paragraph)) return `<p style="margin:24px 0;font:600 28px/36px Georgia,serif;letter-spacing:4px">${escapeHtml(paragraph)}</p>`
    return `<p style="margin:0 0 16px">${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`
  })
  return `<!doctype html><html><body style="margin:0;background:#fbfaf6"><div style="max-width:560px;margin:0 auto;padding:32px 24px;font:16px/26px Georgia,serif;color:#1a1d21">
<p style="margin:0 0 32px"><span style="font-weight:600;border-bottom:3px solid #1a1d21;padding-bottom:2px">Draagvlak</span></p>
${paragraphs.join('\n')}
</div></body></html>`
}
