export { type Completeness, completeness, type Item } from "./completeness.ts"
export {
  type ChatMark,
  type CodedField,
  type Group,
  groups,
  type Keeper,
  type Marks,
  type OtherField
} from "./field.ts"
export { type InterviewFieldName, interviewFieldList, interviewFields } from "./fields.ts"
export { forChat } from "./forChat.ts"
export * from "./interviewWords.ts"
export { decodeInterviewRecord, foreignFields, InterviewRecord } from "./record.ts"
