import { Effect, Option } from "effect"
import { plainly } from "../../blocks/blocks.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { type Help, helpOn, withExample } from "./helpOn.ts"
import { type RhiCommand, rhiForms } from "./parseRhi.ts"
import { rhiAssign } from "./rhiAssign.ts"
import { rhiAway, rhiBack } from "./rhiAway.ts"
import { rhiHandover } from "./rhiHandover.ts"
import { rhiHours } from "./rhiHours.ts"
import { rhiQueue } from "./rhiQueue.ts"

/** The words that open no form by themselves. */
const otherWords: Readonly<Record<string, Pick<CommandHandler<never>, "permission">>> = {
  queue: rhiQueue,
  mine: rhiQueue,
  overdue: rhiQueue,
  reassign: rhiAssign,
  handover: rhiHandover,
  away: rhiAway,
  back: rhiBack,
  hours: rhiHours
}

const HELP: Help = {
  command: "/rhi",
  title: "*Return home interviews (RHI)*",
  lines: [
    ["see-queue", "`/rhi queue`, `/rhi mine`, `/rhi overdue` – the interviews that are owed, most urgent first."],
    [
      "assign-interview",
      "`/rhi assign LCS-10432 @person tomorrow 10am` – assign the interview, or give it to another person; the time is optional, and without a person a form shows who can take it. Add `known-adult` when the child asked for this person."
    ],
    [
      "log-interview",
      "`/rhi offer LCS-10432` – record the offer and the answer; once the child has declined, the offer to the parent or carer."
    ],
    ["log-interview", "`/rhi attempt LCS-10432` – record a try at reaching the child, and what came of it."],
    ["log-interview", "`/rhi log LCS-10432` – log the offer, the answer or the interview."],
    [
      "log-interview",
      "`/rhi record LCS-10432` – code the interview's record, step by step; each step is kept, so you can stop and go on later."
    ],
    ["log-interview", "`/rhi decline LCS-10432` – there is no interview: the child declined, or another reason."],
    [
      "answer-considerations",
      "`/rhi consider LCS-10432` – for the allocated worker: what has to be considered, each answered with a reason."
    ],
    [
      "decide-on-trigger",
      "`/rhi decide LCS-10432` – what is decided on the triggers this child has met, each with a reason."
    ],
    ["see-queue", "`/rhi why LCS-10432` – how the deadlines were counted, and what met a trigger."],
    ["assign-interview", "`/rhi handover @from @to` – hand a person's interviews over."],
    [
      "change-availability",
      "`/rhi away @person 7 Dec to 11 Dec leave cover @person` – a person is away, and who covers; leave yourself out to say it of yourself. Days, reason and cover are optional, and you see the first and the last day before you save."
    ],
    ["change-availability", "`/rhi back @person` – they are back from today."],
    [
      "change-availability",
      "`/rhi hours @person mon-thu 09:00-17:00, fri 09:00-13:00` – when a person works; `none` takes it back."
    ]
  ],
  small: "Use the case system's reference, never a name.",
  least: "see-cases",
  permissionOf: (word) => (rhiForms.get(word) ?? otherWords[word])?.permission
}

/** `/rhi help`, and anything that is not understood, with a sentence about what was wrong. */
export const rhiHelp: CommandHandler<Extract<RhiCommand, { _tag: "Help" | "Misunderstood" }>> = {
  permission: "anyone",
  handle: Effect.fn("rhiHelp")(function* ({ command, person }) {
    if (command._tag === "Misunderstood") return Option.some(plainly(yield* withExample(command.sentence)))
    return Option.some(yield* helpOn(HELP, person, command.meant))
  })
}
