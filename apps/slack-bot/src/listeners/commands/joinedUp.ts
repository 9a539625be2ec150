import { People, resolveSystemReference, viewJoinedUp } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { childKey, type ReferenceSystem } from "@safe-return/domain/joinedUp"
import { ChildReference } from "@safe-return/domain/pathway"
import { Audit } from "@safe-return/journal"
import { Clock, Effect, Option } from "effect"
import { type MessageContent, plainly } from "../../blocks/blocks.ts"
import { mayByRoles } from "../../forms/pupilForms.ts"
import { linkButtons } from "../../forms/strandLink/strandLinkView.ts"
import {
  attempt,
  type CommandHandler,
  type CommandRequest,
  type EitherReference,
  type HandlerServices,
  type Outcome
} from "../../handlers/Handler.ts"
import { joinedUpMessage } from "../../messages/joinedUpMessage.ts"
import { type Help, helpOn, withExample } from "./helpOn.ts"
import { type Misunderstood, misunderstood, referenceAlone, subcommandOf } from "./typed.ts"

type JoinedUpCommand = (EitherReference & { readonly _tag: "View" }) | { readonly _tag: "Help" } | Misunderstood

/** Words before a reference that say whose it is. */
const systems: Readonly<Record<string, ReferenceSystem>> = { education: "education", "social-care": "social-care" }

export const joinedUpWords = [...Object.keys(systems), "help"]

const USAGE = "/joined-up LCS-10432"

const NO_REFERENCE = `Give a reference of the case system or of the education system, such as \`${USAGE}\`: no name and no spaces.`

const parseJoinedUp = (text: string): JoinedUpCommand => {
  const [word, rest] = subcommandOf(text)
  if (word === "help" || word === "") return { _tag: "Help" }
  const system = systems[word]
  const read = referenceAlone(system === undefined ? text : rest, USAGE)
  if (typeof read !== "string") return misunderstood(NO_REFERENCE)
  return { _tag: "View", reference: read, ...(system === undefined ? {} : { system }) }
}

/** `/joined-up <reference>`: each reference whose facts are shown has the look in its own audit. */
const view: CommandHandler<EitherReference> = {
  permission: "see-joined-up",
  ofEither: ({ command }) => Option.some(command),
  handle: Effect.fn("joinedUp")(function* ({ command, person }) {
    const asked = yield* resolveSystemReference(command.reference, command.system)
    const found = yield* viewJoinedUp(asked, person)
    const audit = yield* Audit
    const at = Instant(yield* Clock.currentTimeMillis)
    for (const other of found.references) {
      if (childKey(other) === childKey(asked)) continue
      const child = ChildReference.make(other.reference)
      yield* audit.add({ at, by: person, act: "see-joined-up", child, outcome: "allowed" })
    }
    const roles = yield* (yield* People).rolesOf(person)
    return Option.some(joinedUpMessage(found, mayByRoles(roles, "link-references") ? linkButtons(asked, found) : []))
  })
}

const HELP: Help = {
  command: "/joined-up",
  title: "*Joined-up view*",
  lines: [
    [
      "see-joined-up",
      "`/joined-up LCS-10432` or `/joined-up EDU-10432` – what is on record of a child on every strand, side by side with its days."
    ],
    [
      "see-joined-up",
      "`/joined-up education EDU-10432` or `/joined-up social-care LCS-10432` – where both systems may have it."
    ],
    ["link-references", "Confirm a link, Undo a link – the buttons below the answer."]
  ],
  small: "Use a reference, never a name. Each look is written in the audit.",
  least: "see-joined-up",
  permissionOf: () => undefined
}

const explainUsage: CommandHandler<Misunderstood | { readonly _tag: "Help" }> = {
  permission: "anyone",
  handle: Effect.fn("joinedUpHelp")(function* ({ command, person }) {
    if (command._tag === "Misunderstood") return Option.some(plainly(yield* withExample(command.sentence)))
    return Option.some(yield* helpOn(HELP, person, undefined))
  })
}

/** `/joined-up …`, answered to the person alone. */
export const joinedUp = (
  request: CommandRequest<string>
): Effect.Effect<Outcome<Option.Option<MessageContent>>, never, HandlerServices> => {
  const command = parseJoinedUp(request.command)
  return command._tag === "View"
    ? attempt(view, { ...request, command })
    : attempt(explainUsage, { ...request, command })
}
