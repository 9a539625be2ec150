/** Why a person is told: the ladder of an alert and the times of the reminders, with their source. */
import { type Policy, type Rung, rungWords } from "@safe-return/domain/policy"
import { sourceInWords } from "./why.ts"

const ways = { email: "by e-mail", sms: "by text message" } as const

const rungInWords = ({ who, by, afterMinutes, clock, onlyOutOfHours }: Rung): string => {
  const when =
    afterMinutes === 0 ? "with the alert" : `${afterMinutes} ${clock === "always" ? "" : "working "}minutes after it`
  const only = onlyOutOfHours === true ? ", only while the office is closed" : ""
  return `• ${rungWords[who]}${by === undefined ? "" : ` ${ways[by]}`}: ${when}${only}${by === undefined ? "" : ", where an address is set up"}`
}

const whyTheLadder = ({ ladder }: Policy): ReadonlyArray<string> =>
  ladder === undefined
    ? []
    : [
        `*While nobody acknowledges that the child is missing*, one after another:\n${ladder.value.map(rungInWords).join("\n")}\n${sourceInWords(ladder)}`
      ]

const whyTheReminders = ({ reminders }: Policy): ReadonlyArray<string> => {
  const { overdueMornings, noReturnTimeHours, noInterviewerWorkingHours, notOfferedWorkingHours, planPassedHours } =
    reminders
  const { considerationsWorkingDays, hoursBefore, noInterviewerLastWorkingHours, statutory } = reminders
  const lines = [
    `${hoursBefore.value.join(" and ")} hours before the deadline`,
    ...(reminders.atBreach ? ["as soon as it has passed"] : []),
    ...(overdueMornings === undefined ? [] : [`at ${overdueMornings.value} on every working day while overdue`]),
    ...(noReturnTimeHours === undefined ? [] : [`${noReturnTimeHours.value} hours after the find without a return`]),
    ...(noInterviewerWorkingHours === undefined
      ? []
      : [
          `${noInterviewerWorkingHours.value} working hours without an interviewer${noInterviewerLastWorkingHours === undefined ? "" : `, at the latest ${noInterviewerLastWorkingHours.value === 1 ? "an hour" : `${noInterviewerLastWorkingHours.value} hours`} of office time before the deadline, and at once where none is left`}`
        ]),
    ...(notOfferedWorkingHours === undefined ? [] : [`${notOfferedWorkingHours.value} working hours without an offer`]),
    ...(planPassedHours === undefined
      ? []
      : [`${planPassedHours.value} hours after a planned time of which nothing is recorded`]),
    ...(considerationsWorkingDays === undefined
      ? []
      : [`${considerationsWorkingDays.value} working days with questions of the allocated worker's unanswered`])
  ]
  const held =
    statutory === undefined
      ? ""
      : "\nThose of the deadline itself come at any hour, out of hours the duty team has one list of them. The others wait until the office is open."
  return [`*Reminders* come ${lines.join("; ")}.${held}\n${sourceInWords(hoursBefore)}`]
}

export const whyTold = (policy: Policy): ReadonlyArray<string> => [...whyTheLadder(policy), ...whyTheReminders(policy)]
