/** One child's entries, each with a hash over itself and the link before, so that any change breaks the chain. */
import type { ChildReference } from "@safe-return/domain/pathway"
import { sha256 } from "../documents/checkedText.ts"

/** The link before a child's first entry: a stream cannot pass for another child's. */
export const firstLink = (child: ChildReference): string => sha256(`safe-return stream of ${child}`)

const LINK = ',"link":"'
const LINK_LENGTH = 43
const END = '"}'

/** An entry's line, with its link, and that link. `json` is the entry as an object. */
export const linkedEntry = (json: string, before: string): { readonly line: string; readonly link: string } => {
  const link = sha256(before + json)
  return { line: `${json.slice(0, -1)}${LINK}${link}${END}`, link }
}

const cut = (line: string): { readonly json: string; readonly link: string } => {
  const at = line.length - END.length - LINK_LENGTH
  return { json: `${line.slice(0, at - LINK.length)}}`, link: line.slice(at, -END.length) }
}

export const linkOf = (line: string): string => cut(line).link

/** The place, from 1, of the first line whose link does not fit; undefined when the chain is whole. */
export const brokenAt = (child: ChildReference, lines: Iterable<string>): number | undefined => {
  let before = firstLink(child)
  let place = 0
  for (const line of lines) {
    place += 1
    const { json, link } = cut(line)
    if (sha256(before + json) !== link) return place
    before = link
  }
  return undefined
}
