/** What changed in a passage, word by word, for whoever read it before. */

export interface Piece { readonly as: 'same' | 'gone' | 'new'; readonly text: string }

/** Longest common subsequence over words and the space between them; a passage is short enough for the quadratic table. */
export function wordDifference(before: string, after: string): Piece[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  const length = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) length[i]![j] = old[i] === now[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  }
  const pieces: Piece[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) { pieces.push({ as: 'same', text: old[i]! }); i++; j++ }
    else if (i < old.length && (j === now.length || length[i + 1]![j]! >= length[i]![j + 1]!)) pieces.push({ as: 'gone', text: old[i++]! })
    else pieces.push({ as: 'new', text: now[j++]! })
  }
  return joined(pieces)
}

const wordsOf = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}\p{M}'’-]+|[^\s\p{L}\p{N}]/gu) ?? []

/** Neighbours alike become one; a lone space between two changes belongs to both, so that words change as a phrase. */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: { same: string; gone: string; new: string }[] = []
  const changed = (run: { gone: string; new: string }) => run.gone !== '' || run.new !== ''
  for (const { as, text } of pieces) {
    const last = runs.at(-1)
    if (as === 'same') {
      if (last && !changed(last)) last.same += text
      else runs.push({ same: text, gone: '', new: '' })
    } else if (last && changed(last)) last[as] += text
    else runs.push({ same: '', gone: as === 'gone' ? text : '', new: as === 'new' ? text : '' })
  }
  const merged: typeof runs = []
  runs.forEach((run, index) => {
    const last = merged.at(-1)
    const next = runs[index + 1]
    if (run.same !== '' && run.same.trim() === '' && last && changed(last) && next && changed(next)) { last.gone += run.same; last.new += run.same }
    else if (last && changed(last) && changed(run)) { last.gone += run.gone; last.new += run.new }
    else merged.push({ ...run })
  })
  merged.forEach((run, index) => {
    const space = /\s+$/.exec(run.gone)?.[0] ?? ''
    const next = merged[index + 1]
    // Space that both sides end with did not change.
    if (space !== '' && run.new.endsWith(space) && next && !changed(next)) {
      run.gone = run.gone.slice(0, -space.length)
      run.new = run.new.slice(0, -space.length)
      next.same = space + next.same
    }
  })
  return merged.flatMap((run): Piece[] => [
    ...(run.same ? [{ as: 'same', text: run.same } as const] : []), ...(run.gone ? [{ as: 'gone', text: run.gone } as const] : []), ...(run.new ? [{ as: 'new', text: run.new } as const] : []),
  ])
}

const AROUND = 40
/** Leaves out what stayed the same, but for some words around each change. */
export function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.as !== 'same' || piece.text.length <= 3 * AROUND) return piece
    const start = index === 0 ? '' : `${piece.text.slice(0, piece.text.lastIndexOf(' ', AROUND) + 1)}`
    const end = index === pieces.length - 1 ? '' : piece.text.slice(piece.text.indexOf(' ', piece.text.length - AROUND))
    return { as: 'same', text: `${start}…${end}` }
  })
}
