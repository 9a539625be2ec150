import { randomUUID } from "node:crypto"
import { CmeCaseId, EnquiryId } from "@safe-return/domain/education"
import { LinkId, StrandRowId } from "@safe-return/domain/joinedUp"
import { EpisodeId, EventId, InterviewId } from "@safe-return/domain/pathway"
import { Context, Effect, Layer } from "effect"

/** Where new ids come from: the domain itself never makes one up. */
export class NewIds extends Context.Service<
  NewIds,
  {
    readonly episode: Effect.Effect<EpisodeId>
    readonly interview: Effect.Effect<InterviewId>
    readonly event: Effect.Effect<EventId>
    /** A case of a child missing education. */
    readonly educationCase: Effect.Effect<CmeCaseId>
    readonly enquiry: Effect.Effect<EnquiryId>
    /** A link between two references of one child. */
    readonly link: Effect.Effect<LinkId>
    readonly strandRow: Effect.Effect<StrandRowId>
  }
>()("@safe-return/slack-bot/NewIds") {
  static readonly layer = Layer.succeed(NewIds, {
    episode: Effect.sync(() => EpisodeId.make(randomUUID())),
    interview: Effect.sync(() => InterviewId.make(randomUUID())),
    event: Effect.sync(() => EventId.make(randomUUID())),
    educationCase: Effect.sync(() => CmeCaseId.make(randomUUID())),
    enquiry: Effect.sync(() => EnquiryId.make(randomUUID())),
    link: Effect.sync(() => LinkId.make(randomUUID())),
    strandRow: Effect.sync(() => StrandRowId.make(randomUUID()))
  })
}
