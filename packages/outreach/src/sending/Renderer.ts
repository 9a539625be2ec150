import type { Message } from "../message/Message.ts"

/** Beside a message that could not be recorded as sent: a person who reads it twice is told why. */
export const MAY_BE_REPEATED = "May have been sent before: it could not be recorded."

/** What is said of a message besides what it says itself. */
export interface Marks {
  /** It could not be recorded as sent, so people may read it twice. */
  readonly mayBeRepeated?: boolean
}

/** Turns what people must know into what one channel shows. */
export interface Renderer<Content> {
  readonly render: (message: Message, marks?: Marks) => Content
}

/** One rendering for every message: the compiler says when one is missing. */
export type Renderings<Content> = {
  readonly [Tag in Message["_tag"]]: (message: Extract<Message, { readonly _tag: Tag }>) => Content
}

/** The rendering of one message, by its tag. */
export const renderBy = <Content>(renderings: Renderings<Content>, message: Message): Content =>
  (renderings[message._tag] as (message: Message) => Content)(message)
