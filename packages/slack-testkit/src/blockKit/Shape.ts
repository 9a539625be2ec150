/** Block Kit's JSON as data: one reading checks a payload (`faultsIn`), another lists every limit (`limitsOf`). */
import type { JsonObject } from "../json.ts"

/** Where blocks are shown. */
export type Surface = "message" | "modal" | "home"

export const everywhere: ReadonlyArray<Surface> = ["message", "modal", "home"]

/** What is wrong at a place below the thing that was checked, in Slack's words. */
export interface BlockFault {
  /** JSON pointer, relative to the thing. */
  readonly at: string
  readonly words: string
}

export interface Span {
  readonly min?: number
  readonly max?: number
}

export type Shape =
  | ({ readonly _tag: "Text" } & Span)
  /** A text object of one of these kinds; the span is that of its `text`. */
  | ({ readonly _tag: "TextObject"; readonly kinds: ReadonlyArray<string> } & Span)
  | { readonly _tag: "Pattern"; readonly pattern: RegExp; readonly says: string }
  | { readonly _tag: "Flag" }
  | ({ readonly _tag: "Whole" } & Span)
  | { readonly _tag: "Words"; readonly words: ReadonlyArray<string | number> }
  | ({ readonly _tag: "List"; readonly of: Shape } & Span)
  /** One of several things, told apart by `type`. A function, because blocks hold blocks. */
  | { readonly _tag: "ByType"; readonly kinds: () => ReadonlyArray<Thing> }
  /** Held to nothing here: Slack publishes no limit for it. */
  | { readonly _tag: "Anything" }
  | Thing

export interface Thing {
  readonly _tag: "Thing"
  /** As Slack's page calls it. */
  readonly name: string
  /** The value of `type`; absent for a composition object, which has none. */
  readonly type?: string
  /** The page of Slack's documentation that gives the limits. */
  readonly page: string
  readonly surfaces: ReadonlyArray<Surface>
  readonly fields: Readonly<Record<string, Shape>>
  readonly required: ReadonlyArray<string>
  /** What two fields have to do with each other. */
  readonly rule?: (value: JsonObject) => ReadonlyArray<BlockFault>
}

type KeysOf<T> = T extends unknown ? keyof T : never

/** Every field that `@slack/types` gives the thing; one that is forgotten does not compile. */
export type FieldsOf<T, Given extends string> = { readonly [K in Exclude<KeysOf<T>, Given>]-?: Shape } & Readonly<
  Record<string, Shape>
>

export interface ShapeDescription<T, Given extends string> {
  readonly page: string
  readonly surfaces?: ReadonlyArray<Surface>
  readonly fields: FieldsOf<T, Given>
  readonly required?: ReadonlyArray<Exclude<KeysOf<T>, "type"> & string>
  readonly rule?: Thing["rule"]
}

export const text = (span: Span = {}): Shape => ({ _tag: "Text", ...span })
export const flag: Shape = { _tag: "Flag" }
export const anything: Shape = { _tag: "Anything" }
export const whole = (span: Span = {}): Shape => ({ _tag: "Whole", ...span })
export const words = (...allowed: ReadonlyArray<string | number>): Shape => ({ _tag: "Words", words: allowed })
export const pattern = (expression: RegExp, says: string): Shape => ({ _tag: "Pattern", pattern: expression, says })
export const listOf = (of: Shape, span: Span = {}): Shape => ({ _tag: "List", of, ...span })
export const byType = (kinds: () => ReadonlyArray<Thing>): Shape => ({ _tag: "ByType", kinds })

const reference = "https://docs.slack.dev/reference/block-kit"

const thing = <T, Given extends string>(
  words: { readonly name: string; readonly type?: string; readonly under: string },
  { page, surfaces, fields, required, rule }: ShapeDescription<T, Given>,
  given: Readonly<Record<string, Shape>> = {}
): Thing => ({
  _tag: "Thing",
  name: words.name,
  ...(words.type === undefined ? {} : { type: words.type }),
  page: `${reference}/${words.under}/${page}`,
  surfaces: surfaces ?? everywhere,
  fields: { ...fields, ...given },
  required: required ?? [],
  ...(rule === undefined ? {} : { rule })
})

/** A block: whatever else it has, it may be given an id of 255 characters. */
export const block = <T extends { readonly type: string }>(
  type: T["type"],
  described: ShapeDescription<T, "type" | "block_id">
): Thing => thing({ name: type, type, under: "blocks" }, described, { block_id: text({ max: 255 }) })

/** A block element that tells the app of an action, under an id of 255 characters. */
export const element = <T extends { readonly type: string }>(
  type: T["type"],
  described: ShapeDescription<T, "type" | "action_id">
): Thing => thing({ name: type, type, under: "block-elements" }, described, { action_id: text({ max: 255 }) })

/** A block element nobody can act on. */
export const stillElement = <T extends { readonly type: string }>(
  type: T["type"],
  described: ShapeDescription<T, "type">
): Thing => thing({ name: type, type, under: "block-elements" }, described)

/** A composition object, or a part of a block that has no page of its own. */
export const composition = <T>(
  name: string,
  described: ShapeDescription<T, "type">,
  under = "composition-objects"
): Thing => thing({ name, under }, described)

/** A part with a `type` of its own, such as a piece of rich text. */
export const part = <T extends { readonly type: string }>(
  type: T["type"],
  described: ShapeDescription<T, "type">,
  under = "blocks"
): Thing => thing({ name: type, type, under }, described)
