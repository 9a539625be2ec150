/** The sentences of the alerts. */
import { opening } from "@safe-return/casework"
import { type Absence, alertOf, type ChildReference, type Episode } from "@safe-return/domain/pathway"
import type { DateWords } from "@safe-return/wording"
import type {
  CoordinatorAlert,
  EscalationAlert,
  MissingAfterAllAlert,
  MissingAlert,
  MovedAlert,
  RepeatAlert,
  UnreachedAlert
} from "../message/alertMessages.ts"
import type { Facts } from "../message/Message.ts"
import { alertDates, answersInWords, othersAwaited, rungInWords } from "./acknowledgementWords.ts"
import type { Style } from "./Notice.ts"
import { type Notice, type Paragraph, sentence, small } from "./Notice.ts"
import { otherReportsInWords } from "./otherReports.ts"

type AnyAlert = Parameters<typeof answersInWords>[0] &
  Pick<Facts<RepeatAlert>, "otherReports" | "actedBefore" | "child" | "isDeathTakenBack">

/** Who had acknowledged an alert before this one began: they may act still. */
const actedBeforeInWords = (
  { actedBefore = [] }: Pick<Facts<RepeatAlert>, "actedBefore">,
  style: Style,
  { dateTime }: DateWords
): ReadonlyArray<Paragraph> => {
  if (actedBefore.length === 0) return []
  const named = actedBefore.map(({ person, at }) =>
    at === undefined ? style.person(person) : `${style.person(person)}, ${dateTime(at)}`
  )
  return [small(`An earlier alert was acknowledged by ${named.join("; ")}.`)]
}

type AlertNotice<Alert> = (alert: Alert, style: Style) => Notice

const DEATH_TAKEN_BACK =
  "The record of this child's death was wrong and is taken back. Please tell the others you spoke to."

/** Each says whether another report of the child is open, and that a recorded death was wrong. */
const withOtherReports =
  <Alert extends AnyAlert>(noticeOf: AlertNotice<Alert>): AlertNotice<Alert> =>
  (alert, style) => {
    const notice = noticeOf(alert, style)
    const others = otherReportsInWords(alert.child, alert.otherReports ?? [], style, alertDates(alert.episode))
    const before = actedBeforeInWords(alert, style, alertDates(alert.episode))
    const death = alert.isDeathTakenBack ? [DEATH_TAKEN_BACK] : []
    const wasDead = alert.isDeathTakenBack ? `The record that ${style.text(alert.child)} has died was wrong. ` : ""
    const summary = `${wasDead}${notice.summary}`
    return { ...notice, summary, paragraphs: [...death, ...notice.paragraphs, ...before, ...others.map(small)] }
  }

/** And who has answered by now. */
const withAnswers = <Alert extends AnyAlert>(noticeOf: AlertNotice<Alert>): AlertNotice<Alert> =>
  withOtherReports((alert, style) => {
    const notice = noticeOf(alert, style)
    const answers = answersInWords(alert, style)
    return answers === undefined ? notice : { ...notice, paragraphs: [...notice.paragraphs, small(answers)] }
  })

const whoReads = (isStandIn: MissingAlert["isStandIn"]): string => {
  if (isStandIn === undefined) return "You are the allocated worker"
  return isStandIn === "now"
    ? "You stand in for the allocated worker"
    : "You stood in for the allocated worker, and nobody does now"
}

/** What it is reported as: who is alerted has to tell the two apart. */
const reportedAs: Readonly<Record<Absence, string>> = {
  missing: "reported missing",
  away: "reported away from placement without authorisation"
}

const reportTitle = (child: ChildReference, { absence }: Episode): string =>
  `${child} · ${opening(reportedAs[absence])}`

/** Source of what is asked: Rotherham operating guidance, sections 4 and 5. */
export const missingAlert = withAnswers(
  ({ child, episode, isStandIn }: Facts<MissingAlert>, { strong, text }: Style) => ({
    summary: `${text(child)} has been ${reportedAs[episode.absence]}. ${whoReads(isStandIn)}: check the case record now.`,
    title: reportTitle(child, episode),
    paragraphs: [
      `${whoReads(isStandIn)}. Last seen ${alertDates(episode).dateTime(episode.missingAt)}, reported ${alertDates(episode).dateTime(episode.reportedAt)}.`,
      [
        strong("Now"),
        "• Check that the Trigger Plan or case summary is up to date, so that the police have it: photograph, contacts, likely places, where the child should be returned to.",
        "• Consider whether the child is suffering or at risk of significant harm. If so, convene a strategy meeting.",
        "• Record what you considered, each with a reason in a few words, with the button below.",
        `${strong("Once the child is back:")} a return home interview is owed within ${episode.policy.interview.hours.value} hours. The Missing Co-ordinator assigns it.`
      ].join("\n")
    ]
  })
)

export const coordinatorAlert = withAnswers(({ child, episode }: Facts<CoordinatorAlert>, { strong, text }: Style) => ({
  summary: `${text(child)} has been ${reportedAs[episode.absence]}. You hear when the child is back.`,
  title: reportTitle(child, episode),
  paragraphs: [
    `Last seen ${alertDates(episode).dateTime(episode.missingAt)}, reported ${alertDates(episode).dateTime(episode.reportedAt)}. ${strong("Once the child is back:")} a return home interview is owed within ${episode.policy.interview.hours.value} hours, and you assign it.`
  ]
}))

/** The same words whatever the news is, so that they give away no risk grade. */
export const repeatAlert = withAnswers(({ child, episode }: Facts<RepeatAlert>, { strong, text }: Style) => ({
  summary: `${text(child)} is still missing and there is news: the thread of the card has what came.`,
  title: `${child} · Still missing, with news`,
  paragraphs: [
    `Last seen ${alertDates(episode).dateTime(episode.missingAt)}. What we were told since the alert was acknowledged may change what has to be done.`,
    `${strong("Now:")} ${NEWS} Check with the police that they are acting on it.`
  ]
}))

export const missingAfterAllAlert = withAnswers(
  ({ child, episode, isDeathTakenBack }: Facts<MissingAfterAllAlert>, { strong, text }: Style) => ({
    summary: `${text(child)} is missing after all. Check now that they are being looked for.`,
    title: `${child} · Missing after all`,
    paragraphs: [
      `Last seen ${alertDates(episode).dateTime(episode.missingAt)}.${isDeathTakenBack ? "" : " A later report, a correction or a reopening says that the child is still missing. The thread of the card says which."}`,
      `${strong("Now:")} check with the police that the child is being looked for, and tell everyone who was told otherwise.`
    ]
  })
)

/** Of the other child it says nothing: who acted on that one has been told of it there. */
export const movedAlert = withAnswers(({ child, episode }: Facts<MovedAlert>, { strong, text }: Style) => ({
  summary: `${text(child)} is the child who is missing: the report that you acted on is of them.`,
  title: `${child} · Missing: the report is of this child`,
  paragraphs: [
    `The report whose alert you acknowledged stood on another child's record. It is of ${text(child)}, last seen ${alertDates(episode).dateTime(episode.missingAt)}.`,
    `${strong("Now:")} go on for ${text(child)}. Check with the police that they are looking for this child, and acknowledge this alert: without an answer it climbs.`
  ]
}))

/** Once a person has answered, it says who: nothing then says that nobody has. */
const acknowledgedAlert = (
  { child, episode }: Pick<Facts<EscalationAlert>, "child" | "episode">,
  answers: string,
  style: Style
): Notice => ({
  summary: `${style.text(child)} is missing. ${answers}`,
  title: `${child} · Missing, alert acknowledged`,
  paragraphs: [
    `The child was last seen ${alertDates(episode).dateTime(episode.missingAt)} and is ${reportedAs[episode.absence]}. ${answers}`
  ]
})

/** What nobody has acknowledged: where the alert began again with news, the news; in the same words whatever it is. */
const isOfNews = (episode: Episode): boolean => {
  const { because } = alertOf(episode)
  return because === "reported-again" || because === "risk-raised"
}

const comesInWords = (isFirst: boolean, isAgain: boolean, what: string): string => {
  if (isAgain) return ` and still nobody has acknowledged ${what}. You are asked again.`
  return isFirst ? ", and the alert comes to you first." : ` and nobody has acknowledged ${what}. It comes to you now.`
}

const headlineOf = (isFirst: boolean, isAgain: boolean, episode: Episode): string => {
  if (isFirst && !isAgain) return "Missing: you are told first"
  const what = isOfNews(episode) ? "the news" : "this alert"
  const nobody = `${isAgain ? "Still nobody" : "Nobody"} has acknowledged ${what}`
  if (isOfNews(episode)) return `Still missing, with news. ${nobody}`
  return alertOf(episode).because === "missing-after-all" ? `Missing after all. ${nobody}` : nobody
}

/** Where people read the news: it may give away a risk grade, so an alert does not say it. */
const NEWS = "look in the thread of the card at what came since, and read the rest in the case system."

/** What an answer does: at the top of the ladder one stops the asking, whose it may be. */
const endOf = (alert: Facts<EscalationAlert>): string => {
  if (alert.isAgain === true) return ": one answer is enough, and until there is one all who were told are asked again."
  const others = othersAwaited(alert)
  return others === undefined
    ? ", so that it climbs no further."
    : `, and see that there is an answer from ${others}: until then it climbs on.`
}

export const escalationAlert = withOtherReports((alert: Facts<EscalationAlert>, style: Style): Notice => {
  const { child, episode, before } = alert
  const { strong, text, sign } = style
  const answers = answersInWords(alert, style)
  if (answers !== undefined) return acknowledgedAlert(alert, answers, style)
  const told = before.map((rung) => `• ${rungInWords(rung, style, alertDates(episode))}`)
  // Where nobody could have answered before, nobody is said not to have.
  const isFirst = before.every(({ people }) => people.length === 0)
  const later = (alert.since ?? []).map((rung) => `• since then: ${rungInWords(rung, style, alertDates(episode))}`)
  const isAgain = alert.isAgain === true
  const isNews = isOfNews(episode)
  const now = `${isNews ? `${NEWS} Then ` : ""}acknowledge the alert${endOf(alert)}`
  const lines = [...told, ...later].map((line) => `\n${line}`).join("")
  return {
    summary: `${sign("rotating_light")}${text(child)} is missing${comesInWords(isFirst, isAgain, isNews ? "the news of it" : "the alert")}`,
    title: `${sign("rotating_light")}${child} · ${headlineOf(isFirst, isAgain, episode)}`,
    paragraphs: [
      `The child was last seen ${alertDates(episode).dateTime(episode.missingAt)} and is ${reportedAs[episode.absence]}.`,
      isFirst && !isAgain
        ? `Nobody was told before you.${lines}`
        : `${strong(isAgain ? "Told beside you, without an answer:" : "Told before you, without an answer:")}${lines}`,
      `${strong("Now:")} ${now} Check that the police are looking for the child and that the allocated worker, or someone in their place, is acting.`
    ]
  }
})

/** What to do, and nothing about the child: the reference goes beside it. */
export const outsideAlert = (_: unknown, { workspace }: Style): Notice =>
  sentence(
    `A child is reported missing and nobody has acknowledged the alert in ${workspace}. Open ${workspace}, find the case by its reference in the missing channel and acknowledge the alert. If you cannot, ring the out-of-hours duty team.`
  )

export const unreachedAlert = withOtherReports((alert: Facts<UnreachedAlert>, style: Style): Notice => {
  const { child, episode } = alert
  const { workspace, strong, text, sign } = style
  const answers = answersInWords(alert, style)
  if (answers !== undefined) return acknowledgedAlert(alert, answers, style)
  const told = (alert.told ?? []).map((rung) => `\n• ${rungInWords(rung, style, alertDates(episode))}`)
  const isNobody = told.length === 0
  const why = isNobody
    ? `Nobody on the ladder of this alert is set up, there, or can be told in ${workspace}.`
    : `When this was sent nobody on the ladder of this alert was there. It had been told to:${told.join("")}\nNobody has acknowledged it.`
  return {
    summary: `${sign("rotating_light")}${text(child)} is missing, and nobody who should ${isNobody ? "be told of it could be" : "act on it was there"}.`,
    title: `${sign("rotating_light")}${child} · ${isNobody ? "Nobody could be told" : "Nobody was there"}`,
    paragraphs: [
      `The child was last seen ${alertDates(episode).dateTime(episode.missingAt)} and is ${reportedAs[episode.absence]}. ${why}`,
      `${strong("Now, if you read this:")} acknowledge the alert if you can act on it. Ring the out-of-hours duty team and a manager, and check that the police are looking for the child.`
    ]
  }
})

/** An outsider may read it. */
export const withheldAlert = (_: unknown, { workspace, strong, sign }: Style): Notice =>
  sentence(
    `${sign("rotating_light")}Safe Return has an alert about a missing child for you. What it says is shown here once ${workspace} says whose account this is. ${strong("Now:")} look in the missing channel, or ring the Missing Co-ordinator.`
  )
