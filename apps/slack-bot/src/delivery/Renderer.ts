import type { Message } from "./message/Message.ts"

/** What is said of a message besides what it says itself. */
export interface Marks {
  /** It could not be recorded as sent, so people may read it twice. */
  readonly mayBeRepeated?: boolean
}

/** Turns what people must know into what one channel shows. */
export interface Renderer<Content> {
  readonly render: (message: Message, marks?: Marks) => Content
}
