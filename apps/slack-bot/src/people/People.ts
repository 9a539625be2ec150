import type { PersonId } from "@safe-return/domain/pathway"
import { Context, type Effect, Schema } from "effect"
import type { Permission, Role } from "./roles.ts"

/** This person may not do this. The message says who may. */
export class NotAllowed extends Schema.TaggedError<NotAllowed>()("NotAllowed", {
  /** The sentence shown to them. */
  message: Schema.String
}) {}

/**
 * Who may do what, in one place. Guests, bots, deactivated accounts and people from another workspace may do
 * nothing, whatever a configuration says of them.
 */
export class People extends Context.Service<
  People,
  {
    /** None for anybody but a full member, or when Slack cannot say. */
    readonly rolesOf: (person: PersonId) => Effect.Effect<ReadonlySet<Role>>
    /** Succeeds when the person is a full member of this workspace and holds a role that has the permission. */
    readonly allow: (person: PersonId, permission: Permission) => Effect.Effect<void, NotAllowed>
  }
>()("@safe-return/slack-bot/People") {}
