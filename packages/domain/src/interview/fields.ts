/** Every field of a record: coded, carried by an event, or only written in the case system. */
import { codedFields } from "./codedFields.ts"
import type { CodedField, Group, Keeper, Marks, OtherField } from "./field.ts"

const ANNEX_A = "Ofsted ILACS Annex A, list 8"
const KNOWSLEY = "Knowsley return interview form"
const GUIDANCE = "Rotherham operating guidance, section 3"
const FOI = "Freedom of information set put to every council"
const LSCB_2016 = "Missing children protocol, return interviews, October 2016: a decision not to interview is recorded"

const kept =
  (keeper: Exclude<Keeper, "record">) =>
  (group: Group, label: string, chat: Marks["chat"], source: string): OtherField => ({
    kept: keeper,
    group,
    label,
    chat,
    source
  })

const inEvent = kept("event")
const inCaseSystem = kept("case-system")

const otherFields = {
  episodesCovered: inEvent("link", "Episodes covered", "allowed", "Devon: one interview may cover several episodes"),
  policeReference: inEvent("link", "Police reference", "allowed", "Our own addition: the notification carries it"),
  notDone: inEvent("need", "Why there was no interview", "never", LSCB_2016),
  notDoneDecidedBy: inEvent("need", "Who decided that there is no interview", "allowed", LSCB_2016),
  offeredAt: inEvent("offer", "Offered to the child at", "allowed", ANNEX_A),
  response: inEvent("offer", "The child's answer", "code", ANNEX_A),
  carerOffer: inEvent("offer", "Offered to the parent or carer", "code", FOI),
  attempts: inEvent("attempts", "Attempts", "code", KNOWSLEY),
  completedAt: inEvent("interview", "Interview held at", "allowed", KNOWSLEY),
  venue: inEvent("interview", "Venue", "code", GUIDANCE),
  interviewer: inEvent("interviewer", "Interviewer", "allowed", FOI),
  knownAdult: inEvent("interviewer", "A known adult the child asked for", "code", GUIDANCE),
  arrangement: inEvent("interviewer", "Arranged by", "code", GUIDANCE),
  harmDisclosed: inEvent("during", "Harm disclosed", "never", KNOWSLEY),
  exploitation: inEvent("risks", "Signs of exploitation", "never", "Croydon key messages sheet"),
  followUp: inEvent("outcome", "Follow-up", "code", "Freedom of information request on outcomes of interviews"),
  caseReference: inEvent("quality", "Where it is written in the case system", "allowed", GUIDANCE),
  childName: inCaseSystem("link", "The child's name", "never", KNOWSLEY),
  interviewerName: inCaseSystem("interviewer", "The interviewer's name, role and organisation", "never", FOI),
  whereWent: inCaseSystem("during", "Where the child went", "never", KNOWSLEY),
  whoMet: inCaseSystem("during", "Who the child was with", "never", KNOWSLEY),
  howTravelled: inCaseSystem("during", "How the child travelled", "never", KNOWSLEY),
  ownAccount: inCaseSystem("voice", "The child's own account", "never", GUIDANCE),
  wishes: inCaseSystem("voice", "The child's wishes and what would help", "never", GUIDANCE),
  carerAccount: inCaseSystem("carer", "What the parent or carer told", "never", "Missing People, next steps page")
} as const satisfies Readonly<Record<string, OtherField>>

export const interviewFields = { ...otherFields, ...codedFields } as const
export type InterviewFieldName = keyof typeof interviewFields

/** The same fields by name, as data to walk over. */
export const interviewFieldList: ReadonlyArray<readonly [InterviewFieldName, CodedField | OtherField]> = Object.entries(
  interviewFields
) as ReadonlyArray<readonly [InterviewFieldName, CodedField | OtherField]>
