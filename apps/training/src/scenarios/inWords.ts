/** A step for people to read: what to do by hand, and what must then be seen. */
import { asTyped, channelOfChild, channelOfPersona, type PersonaKey, personaOf } from "./cast.ts"
import type { Does, Notify, SchoolSends, Sees, Step } from "./Scenario.ts"

const timeInWords = (when: string): string => {
  const [, sign, distance = ""] = /^([+-])(.*)$/.exec(when) ?? []
  if (sign === undefined) return when
  const apart = distance.replaceAll(/(\d+)([dhm])/g, (_, count: string, unit: "d" | "h" | "m") => {
    const word = { d: "day", h: "hour", m: "minute" }[unit]
    return `${count} ${word}${count === "1" ? "" : "s"} `
  })
  return Number.parseInt(distance.replaceAll(/\D/g, ""), 10) === 0
    ? "now"
    : `${apart.trim()} ${sign === "-" ? "ago" : "from now"}`
}

const notifyInWords = (news: Notify): string => {
  const about = `${news.child}, police reference ${news.policeReference}`
  switch (news.kind) {
    case "missing":
      return `report a child missing: ${about}, ${news.absence === "away" ? "away from placement" : "missing"} from ${news.missingFrom}, risk ${news.risk}, last seen ${timeInWords(news.missingAt)}, reported ${timeInWords(news.reportedAt)}`
    case "found":
      return `tell that the child was found: ${about}, found ${timeInWords(news.foundAt)}`
    case "returned":
      return `tell that the child returned: ${about}, returned ${timeInWords(news.returnedAt)}`
    case "cancelled":
      return `cancel the report: ${about}, reason "${news.reason}"`
  }
}

const schoolInWords = ({ kind, child, schoolReference, ground, from, to, reason }: SchoolSends): string => {
  const kinds = {
    deletion: "the child came off the roll",
    "ten-day-absence": "ten school days of absence",
    referral: "the child is missing education"
  } as const
  const facts = [
    `from ${from}${to === undefined ? "" : ` to ${to}`}`,
    ...(ground === undefined ? [] : [`ground ${ground}`]),
    ...(reason === undefined ? [] : [`reason "${reason}"`])
  ]
  return `A school's system sends ${schoolReference} about ${child}: ${kinds[kind]}, ${facts.join(", ")}. The page has no form for it: play the step, or send it to /intake/education.`
}

const buttonPlace = ({ on = "card", about }: Extract<Does, { readonly click: string }>): string => {
  const child = about === undefined ? "" : ` about ${about}`
  switch (on) {
    case "card":
      return ` on the newest card${child}`
    case "channel":
      return ` on the newest message${child} in ${channelOfChild(about)}`
    case "thread":
      return ` in the thread of the card${child}`
    case "direct":
      return ` on the direct message${child}`
    case "reply":
      return " on the reply only you can see"
    case "form":
      return " in the form"
    case "home":
      return " in the App Home"
  }
}

const answerInWords = (answer: string | ReadonlyArray<string>): string =>
  typeof answer === "string" ? asTyped(timeInWords(answer)) : answer.map(asTyped).join(", ")

const doesInWords = (does: Exclude<Does, { readonly school: unknown }>, who: PersonaKey): string => {
  if ("notify" in does) return `in "Police and MASH", ${notifyInWords(does.notify)}.`
  if ("type" in does) return `in ${does.in ?? channelOfPersona(who)}, send ${asTyped(does.type)}`
  if ("click" in does) return `press "${does.click}"${buttonPlace(does)}.`
  if ("fill" in does) {
    const answers = Object.entries(does.fill).map(([label, answer]) => `"${label}" with ${answerInWords(answer)}`)
    return `${answers.length === 0 ? "leave the form as it is" : `fill in ${answers.join("; ")}`}. Press "${does.press}".`
  }
  if ("shortcut" in does) return `choose "${does.shortcut}" under Shortcuts.`
  if ("close" in does) return "close the form without sending it."
  return does.slack === "goes down"
    ? "Slack goes down. This cannot be done by hand: play the step."
    : "Slack comes back. This cannot be done by hand: play the step."
}

/** `As Training MASH One: in "Police and MASH", report a child missing …` */
export const byHand = ({ at, who, does }: Step): string => {
  const moved =
    at === undefined
      ? ""
      : `Move the clock ${at.startsWith("+") ? `on by ${timeInWords(at).replace(" from now", "")}` : `to ${at}`}. `
  if (does === undefined) return moved === "" ? "Look for what must be seen, then check." : moved.trim()
  if ("school" in does) return `${moved}${schoolInWords(does.school)}`
  return `${moved}As ${personaOf(who).name} (${personaOf(who).role}): ${doesInWords(does, who)}`
}

const counted = (times: number | undefined, where: string, says: string): string => {
  const quoted = `"${asTyped(says)}"`
  if (times === undefined) return `${where} says ${quoted}`
  if (times === 0) return `${where} does not say ${quoted}`
  return `${where} says ${quoted} ${times === 1 ? "once" : `${times} times`}`
}

export const seesInWords = (sees: Sees): string => {
  if ("card" in sees) return counted(sees.times, `the card of ${sees.card}`, sees.says)
  if ("thread" in sees) return counted(sees.times, `the thread of ${sees.thread}`, sees.says)
  if ("channel" in sees) return counted(sees.times, sees.channel, sees.says)
  if ("direct" in sees) return counted(sees.times, `a direct message to ${personaOf(sees.direct).name}`, sees.says)
  if ("reply" in sees) return `a reply only they can see says "${asTyped(sees.reply)}"`
  if ("form" in sees) return `a form says "${asTyped(sees.form)}"`
  if ("noForm" in sees) return "no form is open"
  if ("field" in sees) return `beside "${sees.field}" it says "${asTyped(sees.error)}"`
  if ("home" in sees) return `the App Home of ${personaOf(sees.home).name} says "${asTyped(sees.says)}"`
  if ("intake" in sees) return `what was sent is ${sees.intake}`
  return "nothing new is said to anybody"
}
