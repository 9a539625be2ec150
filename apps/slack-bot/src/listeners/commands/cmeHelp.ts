import { Effect, Option } from "effect"
import { plainly } from "../../blocks/blocks.ts"
import { openReferral } from "../../forms/pupilReferral/pupilReferral.ts"
import { openReturnLook } from "../../forms/pupilReturn/pupilReturn.ts"
import { pupilForms } from "../../forms/registry.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"
import { cmeList } from "./cmeList.ts"
import { cmeReturn } from "./cmeReturn.ts"
import { cmeWhy } from "./cmeWhy.ts"
import { type Help, helpOn, withExample } from "./helpOn.ts"
import type { CmeCommand } from "./parseCme.ts"

/** The words that open no form of a case on record. */
const otherWords: Readonly<Record<string, Pick<CommandHandler<never>, "permission">>> = {
  refer: openReferral,
  look: openReturnLook,
  list: cmeList,
  why: cmeWhy,
  return: cmeReturn
}

const HELP: Help = {
  command: "/cme",
  title: "*Children missing education*",
  lines: [
    ["refer-pupil", "`/cme refer EDU-10432` – a child is missing education. Most can be left empty until it is known."],
    [
      "work-on-education-case",
      "`/cme facts EDU-10432` – since when, why, sex, year group and area: what DfE's return asks for."
    ],
    ["work-on-education-case", "`/cme enquiry EDU-10432` – an enquiry that was made, or the answer to one."],
    ["work-on-education-case", "`/cme found EDU-10432` – whether it is known where the child is. The case stays open."],
    [
      "work-on-education-case",
      "`/cme trace EDU-10432` – another council the child was traced to, and whether it acknowledged them."
    ],
    [
      "work-on-education-case",
      "`/cme place EDU-10432` – a place applied for, offered, accepted or not taken, and the admission."
    ],
    ["work-on-education-case", "`/cme abroad EDU-10432` – the child is back from abroad."],
    ["decide-on-education-case", "`/cme home EDU-10432` – whether education at home is suitable."],
    ["decide-on-education-case", "`/cme order EDU-10432` – the next step of a school attendance order."],
    ["decide-on-education-case", "`/cme close EDU-10432` – how the case ended, with what that rests on."],
    [
      "decide-on-education-case",
      "`/cme reopen EDU-10432` – a case that was closed by mistake, or whose ending did not come about."
    ],
    ["decide-on-education-case", "`/cme correct EDU-10432` – what is recorded and was not so: a day, a fact, a step."],
    ["decide-on-education-case", "`/cme join EDU-10432` – two cases of one child that are the same."],
    ["decide-on-education-case", "`/cme separate EDU-10432` – two cases that were joined by mistake."],
    [
      "work-on-education-case",
      "`/cme look EDU-10432` – what a school reported and opened no case: that you looked at it, and what you found."
    ],
    ["see-education-cases", "`/cme why EDU-10432` – how a case stands, and what it waits for since when."],
    ["see-education-cases", "`/cme list` – every open case, what is due first at the top."],
    ["see-census-return", "`/cme return 1 October 2026` – DfE's return of a census day, and what is missing from it."]
  ],
  small: "Use the education system's reference, never a name. Days are London's.",
  least: "see-education-cases",
  permissionOf: (word) => (pupilForms.get(word) ?? otherWords[word])?.permission
}

/** `/cme help`, and anything that is not understood, with a sentence about what was wrong. */
export const cmeHelp: CommandHandler<Extract<CmeCommand, { _tag: "Help" | "Misunderstood" }>> = {
  permission: "anyone",
  handle: Effect.fn("cmeHelp")(function* ({ command, person }) {
    if (command._tag === "Misunderstood") return Option.some(plainly(yield* withExample(command.sentence)))
    const meant = command.meant === undefined ? undefined : { word: command.meant }
    return Option.some(yield* helpOn(HELP, person, meant))
  })
}
