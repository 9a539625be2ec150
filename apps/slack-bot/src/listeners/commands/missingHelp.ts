import { Effect, Option } from "effect"
import { plainly } from "../../blocks/blocks.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { type Help, helpOn, withExample } from "./helpOn.ts"
import { missingFound, missingReturned } from "./missingMovement.ts"
import { missingOpen } from "./missingOpen.ts"
import { missingReport } from "./missingReport.ts"
import { missingReveal } from "./missingReveal.ts"
import { missingStatus } from "./missingStatus.ts"
import { type MissingCommand, missingForms } from "./parseMissing.ts"

/** The words that open no form by themselves. */
const otherWords: Readonly<Record<string, Pick<CommandHandler<never>, "permission">>> = {
  report: missingReport,
  found: missingFound,
  returned: missingReturned,
  status: missingStatus,
  open: missingOpen,
  reveal: missingReveal
}

const HELP: Help = {
  command: "/missing",
  title: "*Children missing from home, care and education*",
  lines: [
    ["report-missing", "`/missing report LCS-10432` – record that a child is missing. Call the police first."],
    [
      "record-found-and-returned",
      "`/missing found LCS-10432 yesterday 23:40` – the child is found. Without a time, a form asks for it."
    ],
    [
      "record-found-and-returned",
      "`/missing returned LCS-10432 today 6pm` – the child is back: the interview's clock starts then."
    ],
    [
      "record-found-and-returned",
      "`/missing whereabouts LCS-10432` – where a found child is who is not back, or where they came back to."
    ],
    [
      "correct-record",
      "`/missing absence LCS-10432` – from when the child was away and not missing, or the other way round. `/missing placement` says where they are placed."
    ],
    ["see-cases", "`/missing status LCS-10432` – where things stand, what is left to do, and the buttons to do it."],
    ["see-cases", "`/missing open` – every child still missing, and every return that is not recorded."],
    [
      "screen",
      "`/missing screen LCS-10432` – who is allocated, MASH screening, hand-over to the Missing Co-ordinator."
    ],
    ["set-allocated-worker", "`/missing worker LCS-10432` – whose case the child is, and who is alerted."],
    [
      "record-find-me-plan",
      "`/findme LCS-10432` – where the child's Find Me Plan or Trigger Plan is, and whether it can be relied on."
    ],
    [
      "reveal-profile",
      "`/missing reveal LCS-10432` – what is held beyond the reference, to you alone. Each look is journaled."
    ],
    ["correct-record", "`/missing correct LCS-10432` – put right a time or fact, or take back what did not happen."],
    [
      "move-or-join-records",
      "`/missing correct LCS-10432` – move a report from the wrong child. `/missing join` joins what was recorded twice."
    ],
    [
      "close-episode",
      "`/missing close LCS-10432` – close the episode, or read what is left to do before it can be closed. `/missing reopen` opens it again."
    ],
    ["record-death", "`/missing death LCS-10432` – the child has died: everything that is asked for stops."]
  ],
  small: "Use the case system's reference, never a name. Times are London's.",
  least: "see-cases",
  permissionOf: (word) => (missingForms.get(word) ?? otherWords[word])?.permission
}

/** `/missing help`, and anything that is not understood, with a sentence about what was wrong. */
export const missingHelp: CommandHandler<Extract<MissingCommand, { _tag: "Help" | "Misunderstood" }>> = {
  permission: "anyone",
  handle: Effect.fn("missingHelp")(function* ({ command, person }) {
    if (command._tag === "Misunderstood") return Option.some(plainly(yield* withExample(command.sentence)))
    return Option.some(yield* helpOn(HELP, person, command.meant))
  })
}
