import { codedFields } from "./codedFields.ts"
import type { InterviewRecord } from "./record.ts"

/**
 * The part of a record that a chat message may be made from: every field marked `never` is left out, so that a
 * message cannot name it by mistake.
 */
export const forChat = (record: InterviewRecord): Partial<InterviewRecord> =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([name]) => name in codedFields && codedFields[name as keyof typeof codedFields].chat !== "never"
    )
  )
