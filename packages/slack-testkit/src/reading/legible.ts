/** What a person reads: the words of a message or a window as Slack shows them, line by line. */
import { isObject, type JsonObject, objectsOf, textOr } from "../json.ts"

/** How people are called, by their id. */
export type Names = ReadonlyMap<string, string>

const named = (text: string, names: Names): string =>
  text
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, id: string) => `@${names.get(id) ?? id}`)
    .replace(/<([^@#!|>][^|>]*)\|([^>]*)>/g, "$2")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")

const textOf = (value: unknown): string => (isObject(value) ? textOr(value["text"], "") : textOr(value, ""))

/** What an element is called on the screen: a button by its text, an input by its placeholder. */
export const labelOf = (element: JsonObject): string => textOf(element["text"]) || textOf(element["placeholder"])

const choicesIn = (element: JsonObject): ReadonlyArray<string> =>
  objectsOf(element["options"]).map((option) => textOf(option["text"]))

const element = (shown: JsonObject): string => {
  const choices = choicesIn(shown)
  return `[${[labelOf(shown), ...(choices.length > 0 ? [choices.join(" / ")] : [])].filter((part) => part !== "").join(": ")}]`
}

const richText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(richText).join("")
  if (!isObject(value)) return ""
  if (value["type"] === "user") return `<@${String(value["user_id"])}>`
  if (value["type"] === "emoji") return `:${String(value["name"])}:`
  return textOr(value["text"], richText(value["elements"]))
}

const tableRows = (rows: unknown): ReadonlyArray<string> =>
  Array.isArray(rows) ? rows.map((row) => objectsOf(row).map(richText).join(" | ")) : []

const linesOf = (block: JsonObject): ReadonlyArray<string> => {
  switch (block["type"]) {
    case "divider":
      return []
    case "actions":
      return [objectsOf(block["elements"]).map(element).join(" ")]
    case "context":
      return [
        objectsOf(block["elements"])
          .map((part) => textOf(part["text"]) || textOr(part["alt_text"], ""))
          .join(" ")
      ]
    case "input": {
      const shown = isObject(block["element"]) ? block["element"] : {}
      return [
        `${textOf(block["label"])} ${element(shown)}`,
        ...(block["hint"] === undefined ? [] : [textOf(block["hint"])])
      ]
    }
    case "rich_text":
      return [richText(block["elements"])]
    case "data_table":
    case "table":
      return [textOr(block["caption"], ""), ...tableRows(block["rows"])]
    default:
      return [
        textOf(block["text"]) || textOr(block["title"], textOr(block["alt_text"], "")),
        ...objectsOf(block["fields"]).map(textOf),
        ...objectsOf([block["accessory"]]).map(element)
      ]
  }
}

/** Blocks where there are any, for then Slack shows the text only in notifications; else the text. */
export const legible = (shown: JsonObject, names: Names = new Map()): string => {
  const blocks = objectsOf(shown["blocks"])
  const lines = blocks.length > 0 ? blocks.flatMap(linesOf) : [textOr(shown["text"], "")]
  const title = isObject(shown["title"]) ? [textOf(shown["title"])] : []
  return named([...title, ...lines].filter((line) => line !== "").join("\n"), names)
}

/** The headings of a message: what makes it a card. */
export const headings = (shown: JsonObject): ReadonlyArray<string> =>
  objectsOf(shown["blocks"]).flatMap((block) => (block["type"] === "header" ? [textOf(block["text"])] : []))
