import { codedFields } from "./codedFields.ts"
import type { InterviewRecord } from "./record.ts"

/**
 * The part of a record that a chat message may be made from, without every field marked `never` in `interviewFields`.
 * A name that is no field is left out too.
 *
 * @example
 * ```ts
 * import { forChat } from "@safe-return/domain/interview"
 *
 * forChat({ independent: true, communicationNeed: "interpreter" }) // {"independent":true}
 * ```
 */
export const forChat = (record: InterviewRecord): Partial<InterviewRecord> =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([name]) => name in codedFields && codedFields[name as keyof typeof codedFields].chat !== "never"
    )
  )
