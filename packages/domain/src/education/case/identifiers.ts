import * as Schema from "effect/Schema"

/** One case of one child: a stretch of missing education. */
export const CmeCaseId = Schema.NonEmptyString.pipe(Schema.brand("CmeCaseId"))
export type CmeCaseId = typeof CmeCaseId.Type

/** One enquiry about where a child is. */
export const EnquiryId = Schema.NonEmptyString.pipe(Schema.brand("EnquiryId"))
export type EnquiryId = typeof EnquiryId.Type
