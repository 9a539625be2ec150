/** Where in a JSON text a field stands, so that a fault in it can be shown as an editor shows it. */

interface Reading {
  readonly text: string
  at: number
}

const skipSpace = (reading: Reading): void => {
  while (/\s/.test(reading.text.charAt(reading.at))) reading.at += 1
}

const readText = (reading: Reading): string => {
  const start = reading.at
  reading.at += 1
  while (reading.text.charAt(reading.at) !== '"') reading.at += reading.text.charAt(reading.at) === "\\" ? 2 : 1
  reading.at += 1
  return String(JSON.parse(reading.text.slice(start, reading.at)))
}

type Visit = (path: string, position: number) => void

const readEntries = (reading: Reading, path: string, visit: Visit): void => {
  const isList = reading.text.charAt(reading.at) === "["
  const end = isList ? "]" : "}"
  reading.at += 1
  skipSpace(reading)
  for (let index = 0; reading.text.charAt(reading.at) !== end; index += 1) {
    const position = reading.at
    const key = isList ? `[${index}]` : `.${readText(reading)}`
    skipSpace(reading)
    if (!isList) reading.at += 1
    const inner = `${path}${key}`.replace(/^\./, "")
    visit(inner, position)
    readValue(reading, inner, visit)
    skipSpace(reading)
    if (reading.text.charAt(reading.at) === ",") reading.at += 1
    skipSpace(reading)
  }
  reading.at += 1
}

const readValue = (reading: Reading, path: string, visit: Visit): void => {
  skipSpace(reading)
  const first = reading.text.charAt(reading.at)
  if (first === "{" || first === "[") readEntries(reading, path, visit)
  else if (first === '"') readText(reading)
  else while (/[^\s,\]}]/.test(reading.text.charAt(reading.at))) reading.at += 1
}

/**
 * The line of every field of a text that is JSON, by its path such as `triggers[0].count.value`, counted from 1. Asked
 * of a field that is not there, it answers with the nearest one around it.
 */
export const fieldLines = (text: string): ((field: string) => number) => {
  const positions = new Map<string, number>()
  readValue({ text, at: 0 }, "", (path, position) => positions.set(path, position))
  return (field) => {
    let path = field
    while (path !== "" && !positions.has(path)) path = path.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, "")
    const position = positions.get(path)
    return position === undefined ? 1 : text.slice(0, position).split("\n").length
  }
}
