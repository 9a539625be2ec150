/** An attacker without a key who knows the format: changes entries and makes every checksum fit again. */
import { readFile, writeFile } from "node:fs/promises"
import type { ChildReference } from "@safe-return/domain/pathway"
import { checkedText, readCheckedText, textOf } from "../../src/documents/checkedText.ts"
import { firstLink, linkedEntry } from "../../src/lowdb/chain.ts"
import { linesOf } from "../../src/lowdb/streamDocument.ts"

const withoutLink = (line: string): string => {
  const { link: _, ...entry } = JSON.parse(line)
  return JSON.stringify(entry)
}

const chained = (child: ChildReference, entries: ReadonlyArray<string>): string => {
  let link = firstLink(child)
  const lines = entries.map((entry) => {
    const linked = linkedEntry(entry, link)
    link = linked.link
    return linked.line
  })
  return `{"child":${JSON.stringify(child)},"entries":[\n${lines.join(",\n")}\n]}`
}

export const forge = async (
  path: string,
  change: (entries: ReadonlyArray<string>) => ReadonlyArray<string>,
  generations = 0
): Promise<void> => {
  const text = readCheckedText(await readFile(path, "utf8"))
  if (typeof text === "string") throw new Error(text)
  const { child } = JSON.parse(text.body)
  const body = chained(child, change(linesOf(text.body).map(withoutLink)))
  await writeFile(path, textOf(checkedText(text.generation + generations, body)))
}
