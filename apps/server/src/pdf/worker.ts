/** Entry of the process in which one PDF is set: the typesetter keeps memory, so it lives for one job. */

import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { doOneJob } from '../logo/job-worker.ts'
import type { PdfJob } from './pdf-job.ts'
import { SHEET_TEMPLATE, SIGNATURES_TEMPLATE } from './template-signatures.ts'
import { TEXT_TEMPLATE } from './template-text.ts'

/** The standard for PDF files that everyone can read, ISO 14289-1. */
const ACCESSIBLE = 'ua-1'

/**
 * The standard forbids a letter that no font here can draw. Such a text still gets its PDF, tagged all the same,
 * only without the claim that it keeps the standard.
 */
function accessible(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: ACCESSIBLE })
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('could not be displayed with font')) throw error
    return compiler.pdf(document)
  }
}

await doOneJob(async ({ json, bytes }) => {
  const { sheet, files, fontsDirectory, workspace } = json as PdfJob
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fontsDirectory] }], inputs: { sheet } })
  files.forEach((name, at) => compiler.mapShadow(`${workspace}${name}`, Buffer.from(bytes[at] ?? [])))
  const main = { mainFileContent: TEXT_TEMPLATE + SIGNATURES_TEMPLATE + SHEET_TEMPLATE }
  const compiled = compiler.compile(main)
  const document = compiled.result
  if (document === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? compiled.takeError()?.shortDiagnostics))
  return { json: null, bytes: [accessible(compiler, document)] }
})
