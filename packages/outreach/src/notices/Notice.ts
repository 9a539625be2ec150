/** The sentences of a message, for any channel that shows sentences: each renderer adds its own marks and buttons. */

export interface SmallPrint {
  readonly small: string
}

/** Of a deadline, which a channel may offer to explain. */
export interface DeadlineParagraph {
  readonly deadline: string
}

export type LabelledFacts = ReadonlyArray<readonly [label: string, value: string]>

export interface FactsParagraph {
  readonly facts: LabelledFacts
}

export type Paragraph = string | SmallPrint | DeadlineParagraph | FactsParagraph

export const small = (text: string): SmallPrint => ({ small: text })

export interface Notice {
  /** What a lock screen or a subject line shows: the case reference, what is to be done and by when, and no name. */
  readonly summary: string
  /** Absent where the message is one sentence. */
  readonly title?: string
  readonly paragraphs: ReadonlyArray<Paragraph>
}

/** A sentence or two and nothing else. */
export const sentence = (text: string): Notice => ({ summary: text, paragraphs: [text] })
