/** The sentences of `response_metadata.messages`: seen in Slack's answers above the line, in our words below it. */
export const lessThan = (limit: number) => `must be less than ${limit + 1} characters`
export const moreThan = (limit: number) => `must be more than ${limit - 1} characters`
export const noMoreItems = (limit: number) => `no more than ${limit} items allowed`
export const missingField = (field: string) => `missing required field: ${field}`
export const mustBeA = (kind: "string" | "object" | "array" | "boolean" | "number") =>
  `must provide ${kind === "object" || kind === "array" ? "an" : "a"} ${kind}`
export const noSuchWord = "must be a valid enum value"
export const noSuchField = (field: string) => `invalid additional property: ${field}`
export const unsupported = (type: unknown) => `unsupported type: ${String(type)}`
export const noneMatches = "failed to match all allowed schemas"
export const oneOfThese = (first: string, second: string) => `must define either \`${first}\` or \`${second}\``
export const noSubmit = "must define `submit` to use an `input` block in modals"
export const idExists = (kind: "action_id" | "block_id", id: string) => `\`${kind}\` "${id}" already exists`

// ----------------------------------------------------------------------------------------------------------------
export const fewerItems = (limit: number) => `no fewer than ${limit} items allowed`
export const notBoth = (first: string, second: string) => `must not define both \`${first}\` and \`${second}\``
export const outOfRange = (min: number | undefined, max: number | undefined) =>
  `must be a whole number${min === undefined ? "" : ` from ${min}`}${max === undefined ? "" : ` to ${max}`}`
export const notInFormat = (says: string) => `must be ${says}`
export const notAnOption = "must match one of the options"
export const greaterThan = (field: string) => `must not be greater than \`${field}\``
export const oneFocus = "only one element can have `focus_on_load` set to true"
export const needs = (field: string) => `requires \`${field}\``
