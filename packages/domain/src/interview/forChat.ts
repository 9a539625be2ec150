import { codedFields } from "./codedFields.ts"
import type { InterviewRecord } from "./record.ts"

/** The part of a record that a chat message may be made from, without every field marked `never`. */
export const forChat = (record: InterviewRecord): Partial<InterviewRecord> =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([name]) => name in codedFields && codedFields[name as keyof typeof codedFields].chat !== "never"
    )
  )
