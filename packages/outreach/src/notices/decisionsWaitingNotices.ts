/** The sentences of a decision that waits on a trigger: none of them says what it is about. */
import { alsoDeciding, eitherOfRoles, opening, whoMay } from "@safe-return/casework"
import { datesSeenFrom } from "@safe-return/wording"
import type {
  DecisionElsewhere,
  DecisionOver,
  DecisionUnreached,
  DecisionWaiting
} from "../message/decisionMessages.ts"
import type { Facts, ForReader } from "../message/Message.ts"
import { leftInWords } from "./leftToDo.ts"
import { type Notice, peopleIn, type Style } from "./Notice.ts"

export const decisionWaiting = ({ child }: Facts<DecisionWaiting>, style: Style): Notice => ({
  summary: `${style.text(child)}: a decision waits for you. Open it here.`,
  title: `${child} · A decision waits for you`,
  paragraphs: ["Open it here. What it is about is shown to you alone, and you are asked until it is decided."]
})

export const decisionElsewhere = ({ child, waiting }: Facts<DecisionElsewhere>, style: Style): Notice => {
  const roles = [...new Set(waiting.flatMap(({ whose }) => whose))]
  const people = [...new Set(waiting.flatMap(({ reached }) => reached))]
  const each = waiting.map(({ since, whose, reached }) => {
    const where =
      reached.length === 0 ? `${opening(eitherOfRoles(whose))} can decide it` : `It is with ${peopleIn(style, reached)}`
    return `A decision about this child has waited since ${datesSeenFrom(since).dateTime(since)}. ${where}.`
  })
  // A role alone may send its reader to a person who was left out.
  const also = waiting.every(({ reached }) => reached.length > 0)
    ? ""
    : ` In some cases ${eitherOfRoles(alsoDeciding)} can too.`
  const [only, another] = people
  const isOne = only !== undefined && another === undefined && also === ""
  const seen = isOne ? `${style.person(only)} is there and has seen it` : "one of them is there and has seen it"
  return {
    summary: `${style.text(child)}: a decision waits with ${people.length === 0 ? eitherOfRoles(roles) : peopleIn(style, people)}.`,
    title: `${child} · A decision waits`,
    paragraphs: [`${each.join(" ")}${also} ${style.strong("Now:")} make sure that ${seen}.`]
  }
}

export const decisionUnreached = (
  { child, since }: Facts<DecisionUnreached>,
  { workspace, strong, text, sign }: Style
): Notice => ({
  summary: `${sign("warning")}${text(child)}: a decision waits, and nobody who may take it could be told.`,
  title: `${sign("warning")}${child} · A decision waits with nobody`,
  paragraphs: [
    `A decision about this child has waited since ${datesSeenFrom(since).dateTime(since)}. Nobody who may take it is set up, there, or can be told in ${workspace}. ${strong("Now:")} reach ${whoMay("decide-on-quiet-trigger")}.`
  ]
})

const overInWords = (
  { child, decided, corrected, isSaidLater = false, isElsewhere = false }: Facts<DecisionOver>,
  { text, person }: Style
): Readonly<Record<"summary" | "title" | "became", string>> => {
  if (decided !== undefined) {
    const each = decided.map(({ by, at }) => `${person(by)}, ${datesSeenFrom(at).dateTime(at)}`)
    return {
      summary: `${text(child)}: decided.`,
      title: `${child} · Decided`,
      became: `Decided by ${each.join("; by ")}.`
    }
  }
  if (corrected !== undefined) {
    const { by, at } = corrected
    return {
      summary: `${text(child)}: what you were asked to decide on was corrected.`,
      title: `${child} · Corrected since`,
      became: `Corrected by ${person(by)}, ${datesSeenFrom(at).dateTime(at)}: what a decision was asked for does not stand on the record any more. If you are acting on it, speak to them first.`
    }
  }
  const summary = `${text(child)}: the decision is no longer asked for here.`
  if (isElsewhere) {
    const became = "The decision still waits, and is with those who are at work now."
    return { summary, title: `${child} · With others now`, became }
  }
  return isSaidLater
    ? {
        summary,
        title: `${child} · Said again since`,
        became: "A later message stands for every decision that waits on this child."
      }
    : {
        summary,
        title: `${child} · Nothing to decide here`,
        became:
          "The decision is no longer asked for here: what it rested on was put right or is over, or it is for others now."
      }
}

export const decisionOver = (over: Facts<DecisionOver> & ForReader, style: Style): Notice => {
  const { summary, title, became } = overInWords(over, style)
  return { summary, title, paragraphs: [`${became} ${leftInWords(over.leftToDo)}`] }
}
