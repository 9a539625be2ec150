/**
 * Every door of the bot and who gets in by it, written out by hand: what a handler declares is checked against this, never
 * read from it.
 */
import type { Permission } from "@safe-return/casework"

/** How far a door is open: on every case, their own, with their interview, without a worker, with a person left out, or not. */
export type Cell = "yes" | "own" | "given" | "open" | "kept" | "no"

/** The order of the cells. */
export const columns = [
  "mash",
  "missing-coordinator",
  "team-manager",
  "head-of-service",
  "out-of-hours-duty",
  "interviewer",
  "worker",
  "administrator",
  "education-officer",
  "attendance",
  "admissions",
  "education-manager",
  "inclusion-panel",
  "inclusion-lead"
] as const

const NOBODY_OF_INCLUSION = "no no"
const NOBODY_OF_EDUCATION = `no no no no ${NOBODY_OF_INCLUSION}`
const NOBODY_OF_THE_PATHWAY = "no no no no no no no no"

export interface Row {
  readonly door: string
  /** What the audit calls it. */
  readonly permission: Permission
  readonly cells: ReadonlyArray<Cell>
}

const table = `
button acknowledge                                | acknowledge-alert         | yes   yes   yes   yes   yes   yes   yes   no
button found                                      | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
button returned                                   | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
button whereabouts                                | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
button absence-change                             | correct-record            | yes   yes   yes   given given given own   no
button placement                                  | correct-record            | yes   yes   yes   given given given own   no
button reached                                    | acknowledge-for-another   | yes   yes   yes   no    no    no    no    no
button missing-together                           | move-or-join-records      | yes   yes   yes   no    no    no    no    no
button unborn                                     | screen                    | yes   yes   yes   no    no    no    no    no
button death                                      | record-death              | yes   yes   yes   no    no    no    no    no
button confirm-death                              | record-death              | yes   yes   yes   no    no    no    no    no
button take-back-death                            | take-back-death           | no    no    yes   no    no    no    no    no
button assign-interview                           | assign-interview          | no    yes   yes   no    no    no    no    no
button log-interview                              | log-interview             | given yes   yes   given given yes   given no
button offer                                      | log-interview             | given yes   yes   given given yes   given no
button carer-offer                                | log-interview             | given yes   yes   given given yes   given no
button further-session                            | log-interview             | given yes   yes   given given yes   given no
button attempt                                    | log-interview             | given yes   yes   given given yes   given no
button record                                     | log-interview             | given yes   yes   given given yes   given no
button why                                        | see-queue                 | yes   yes   yes   yes   yes   yes   yes   no
button decide-on-trigger                          | decide-on-trigger         | open  yes   yes   no    no    no    own   no
button decide-posted                              | decide-on-trigger         | open  yes   yes   no    no    no    own   no
button decide-on-quiet-trigger                    | decide-on-quiet-trigger   | open  open  yes   kept  no    no    own   no
button decide-here                                | decide-on-quiet-trigger   | open  open  yes   kept  no    no    own   no
button considerations                             | answer-considerations     | open  open  yes   no    open  no    own   no
button no-interview                               | log-interview             | given yes   yes   given given yes   given no
button set-allocated-worker                       | set-allocated-worker      | yes   yes   yes   no    no    no    no    no
button screen                                     | screen                    | yes   yes   yes   no    no    no    no    no
button reveal                                     | reveal-profile            | yes   yes   yes   given given given own   no
button close                                      | close-episode             | no    yes   yes   no    no    no    no    no
button reopen                                     | close-episode             | no    yes   yes   no    no    no    no    no
button unassign                                   | take-off-interview        | given yes   yes   given given given given no
button withdraw-from-interview                    | correct-interview         | yes   yes   yes   given given given given no
button cancel-episode                             | cancel-episode            | yes   yes   yes   no    no    no    no    no
button keep-episode                               | cancel-episode            | yes   yes   yes   no    no    no    no    no
button join-records                               | move-or-join-records      | yes   yes   yes   no    no    no    no    no
button keep-recorded                              | correct-record            | yes   yes   yes   given given given own   no
button correct                                    | correct-record            | yes   yes   yes   given given given own   no
button more                                       | see-cases                 | yes   yes   yes   yes   yes   yes   yes   no
button open-away                                  | change-availability       | own   yes   yes   own   own   own   own   own
button open-hours                                 | change-availability       | own   yes   yes   own   own   own   own   own
button give-duty                                  | keep-duty-rota            | no    no    yes   no    no    no    no    no
button take-back-duty                             | keep-duty-rota            | no    no    yes   no    no    no    no    no
button answer-incident                            | answer-incident           | yes   yes   yes   no    yes   no    no    no
button open-handover                              | assign-interview          | no    yes   yes   no    no    no    no    no
form report                                       | report-missing            | yes   yes   yes   no    yes   yes   yes   no
form found                                        | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
form returned                                     | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
form whereabouts                                  | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
form returned-to                                  | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
form absence-change                               | correct-record            | yes   yes   yes   given given given own   no
form placement                                    | correct-record            | yes   yes   yes   given given given own   no
form withdraw-entry                               | correct-record            | yes   yes   yes   given given given own   no
form reached                                      | acknowledge-for-another   | yes   yes   yes   no    no    no    no    no
form missing-together                             | move-or-join-records      | yes   yes   yes   no    no    no    no    no
form unborn                                       | screen                    | yes   yes   yes   no    no    no    no    no
form death                                        | record-death              | yes   yes   yes   no    no    no    no    no
form confirm-death                                | record-death              | yes   yes   yes   no    no    no    no    no
form take-back-death                              | take-back-death           | no    no    yes   no    no    no    no    no
form assign-interview                             | assign-interview          | no    yes   yes   no    no    no    no    no
form offer                                        | log-interview             | given yes   yes   given given yes   given no
form carer-offer                                  | log-interview             | given yes   yes   given given yes   given no
form attempt                                      | log-interview             | given yes   yes   given given yes   given no
form no-interview                                 | log-interview             | given yes   yes   given given yes   given no
form handover                                     | assign-interview          | no    yes   yes   no    no    no    no    no
form handover-list                                | assign-interview          | no    yes   yes   no    no    no    no    no
form away                                         | change-availability       | own   yes   yes   own   own   own   own   own
form hours                                        | change-availability       | own   yes   yes   own   own   own   own   own
form give-duty                                    | keep-duty-rota            | no    no    yes   no    no    no    no    no
form answer-incident                              | answer-incident           | yes   yes   yes   no    yes   no    no    no
form take-back-duty                               | keep-duty-rota            | no    no    yes   no    no    no    no    no
form considerations                               | answer-considerations     | open  open  yes   no    open  no    own   no
form considerations-apart                         | answer-considerations     | open  open  yes   no    open  no    own   no
form trigger-decisions                            | decide-on-trigger         | open  yes   yes   no    no    no    own   no
form quiet-decisions                              | decide-on-quiet-trigger   | open  open  yes   kept  no    no    own   no
form every-decision                               | decide-on-quiet-trigger   | open  open  yes   kept  no    no    own   no
form record-interview                             | log-interview             | given yes   yes   given given yes   given no
form record-reasons                               | log-interview             | given yes   yes   given given yes   given no
form record-harm                                  | log-interview             | given yes   yes   given given yes   given no
form record-quality                               | log-interview             | given yes   yes   given given yes   given no
form log-interview                                | log-interview             | given yes   yes   given given yes   given no
form unassign                                     | take-off-interview        | given yes   yes   given given given given no
form withdraw-from-interview                      | correct-interview         | yes   yes   yes   given given given given no
form further-session                              | log-interview             | given yes   yes   given given yes   given no
form cancel-episode                               | cancel-episode            | yes   yes   yes   no    no    no    no    no
form keep-episode                                 | cancel-episode            | yes   yes   yes   no    no    no    no    no
form allocated-worker                             | set-allocated-worker      | yes   yes   yes   no    no    no    no    no
form screen                                       | screen                    | yes   yes   yes   no    no    no    no    no
form close                                        | close-episode             | no    yes   yes   no    no    no    no    no
form reopen                                       | close-episode             | no    yes   yes   no    no    no    no    no
form profile                                      | change-profile            | yes   yes   yes   no    no    no    own   no
form find-me-plan                                 | record-find-me-plan       | yes   yes   yes   no    no    yes   yes   no
form keep-recorded                                | correct-record            | yes   yes   yes   given given given own   no
form correction-choice                            | correct-record            | yes   yes   yes   given given given own   no
form correct-episode                              | correct-record            | yes   yes   yes   given given given own   no
form correct-interview                            | correct-interview         | yes   yes   yes   given given given given no
form separate                                     | move-or-join-records      | yes   yes   yes   no    no    no    no    no
form wrong-child                                  | move-or-join-records      | yes   yes   yes   no    no    no    no    no
form duplicate                                    | move-or-join-records      | yes   yes   yes   no    no    no    no    no
form log-interview-reference                      | log-interview             | given yes   yes   given given yes   given no
shortcut report_missing                           | report-missing            | yes   yes   yes   no    yes   yes   yes   no
shortcut report_missing_message                   | report-missing            | yes   yes   yes   no    yes   yes   yes   no
shortcut log_interview                            | log-interview             | given yes   yes   given given yes   given no
shortcut log_interview_message                    | log-interview             | given yes   yes   given given yes   given no
/missing report                                   | report-missing            | yes   yes   yes   no    yes   yes   yes   no
/missing found LCS-10432                          | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
/missing returned LCS-10432 now                   | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
/missing status LCS-10432                         | see-cases                 | yes   yes   yes   yes   yes   yes   yes   no
/missing open                                     | see-cases                 | yes   yes   yes   yes   yes   yes   yes   no
/missing screen lcs-10432                         | screen                    | yes   yes   yes   no    no    no    no    no
/missing worker lcs-10432                         | set-allocated-worker      | yes   yes   yes   no    no    no    no    no
/missing correct lcs-10432                        | correct-record            | yes   yes   yes   given given given own   no
/missing join lcs-10432                           | move-or-join-records      | yes   yes   yes   no    no    no    no    no
/missing reveal lcs-10432                         | reveal-profile            | yes   yes   yes   given given given own   no
/missing whereabouts lcs-10432                    | record-found-and-returned | yes   yes   yes   yes   yes   yes   yes   no
/missing placement lcs-10432                      | correct-record            | yes   yes   yes   given given given own   no
/missing absence lcs-10432                        | correct-record            | yes   yes   yes   given given given own   no
/missing death lcs-10432                          | record-death              | yes   yes   yes   no    no    no    no    no
/missing close lcs-10432                          | close-episode             | no    yes   yes   no    no    no    no    no
/missing reopen lcs-10432                         | close-episode             | no    yes   yes   no    no    no    no    no
/findme LCS-10432                                 | record-find-me-plan       | yes   yes   yes   no    no    yes   yes   no
/rhi queue                                        | see-queue                 | yes   yes   yes   yes   yes   yes   yes   no
/rhi mine                                         | see-queue                 | yes   yes   yes   yes   yes   yes   yes   no
/rhi overdue                                      | see-queue                 | yes   yes   yes   yes   yes   yes   yes   no
/rhi why LCS-10432                                | see-queue                 | yes   yes   yes   yes   yes   yes   yes   no
/rhi assign LCS-10432 <@U0INTERVIEWER2>           | assign-interview          | no    yes   yes   no    no    no    no    no
/rhi reassign LCS-10432 <@U0INTERVIEWER2>         | assign-interview          | no    yes   yes   no    no    no    no    no
/rhi handover <@U0INTERVIEWER> <@U0INTERVIEWER2>  | assign-interview          | no    yes   yes   no    no    no    no    no
/rhi offer LCS-10432                              | log-interview             | given yes   yes   given given yes   given no
/rhi attempt LCS-10432                            | log-interview             | given yes   yes   given given yes   given no
/rhi log LCS-10432                                | log-interview             | given yes   yes   given given yes   given no
/rhi decline LCS-10432                            | log-interview             | given yes   yes   given given yes   given no
/rhi record LCS-10432                             | log-interview             | given yes   yes   given given yes   given no
/rhi consider LCS-10432                           | answer-considerations     | open  open  yes   no    open  no    own   no
/rhi decide LCS-10432                             | decide-on-trigger         | open  yes   yes   no    no    no    own   no
/rhi away today                                   | change-availability       | own   yes   yes   own   own   own   own   own
/rhi away <@U0INTERVIEWER2> today                 | change-availability       | own   yes   yes   own   own   own   own   own
/rhi back                                         | change-availability       | own   yes   yes   own   own   own   own   own
/rhi back <@U0INTERVIEWER2>                       | change-availability       | own   yes   yes   own   own   own   own   own
/rhi hours mon 09:00-17:00                        | change-availability       | own   yes   yes   own   own   own   own   own
/rhi hours <@U0INTERVIEWER2> none                 | change-availability       | own   yes   yes   own   own   own   own   own
/scorecard                                        | see-scorecard             | no    yes   yes   yes   no    no    no    no
/scorecard 2026-10                                | see-scorecard             | no    yes   yes   yes   no    no    no    no
/scorecard October whole                          | see-whole-scorecard       | no    yes   yes   no    no    no    no    no
/scorecard episodes                               | see-whole-scorecard       | no    yes   yes   no    no    no    no    no
Home                                              | open-home                 | yes   yes   yes   yes   yes   yes   yes   yes   yes yes yes yes yes yes
button Try again                                  | try-undelivered-again     | no    no    yes   no    no    no    no    yes
`

/** Of children missing education: the cells of the education team's four roles. */
const educationTable = `
button pupil-referral       | refer-pupil              | yes yes yes yes
button pupil-case           | see-education-cases      | yes yes yes yes
button pupil-enquiry        | work-on-education-case   | yes yes yes yes
button pupil-found          | work-on-education-case   | yes yes yes yes
button pupil-facts          | work-on-education-case   | yes yes yes yes
button pupil-close          | decide-on-education-case | yes no  no  yes
button pupil-reopen         | decide-on-education-case | yes no  no  yes
button pupil-trace          | work-on-education-case   | yes yes yes yes
form pupil-trace            | work-on-education-case   | yes yes yes yes
/cme trace EDU-10432        | work-on-education-case   | yes yes yes yes
button pupil-place          | work-on-education-case   | yes yes yes yes
form pupil-place            | work-on-education-case   | yes yes yes yes
/cme place EDU-10432        | work-on-education-case   | yes yes yes yes
button pupil-abroad         | work-on-education-case   | yes yes yes yes
form pupil-abroad           | work-on-education-case   | yes yes yes yes
/cme abroad EDU-10432       | work-on-education-case   | yes yes yes yes
button pupil-home-education | decide-on-education-case | yes no  no  yes
form pupil-home-education   | decide-on-education-case | yes no  no  yes
/cme home EDU-10432         | decide-on-education-case | yes no  no  yes
button pupil-order          | decide-on-education-case | yes no  no  yes
form pupil-order            | decide-on-education-case | yes no  no  yes
/cme order EDU-10432        | decide-on-education-case | yes no  no  yes
button pupil-join           | decide-on-education-case | yes no  no  yes
form pupil-join             | decide-on-education-case | yes no  no  yes
/cme join EDU-10432         | decide-on-education-case | yes no  no  yes
button pupil-separate       | decide-on-education-case | yes no  no  yes
form pupil-separate         | decide-on-education-case | yes no  no  yes
/cme separate EDU-10432     | decide-on-education-case | yes no  no  yes
button pupil-return         | work-on-education-case   | yes yes yes yes
form pupil-return           | work-on-education-case   | yes yes yes yes
/cme look EDU-10432         | work-on-education-case   | yes yes yes yes
button pupil-correct        | decide-on-education-case | yes no  no  yes
form pupil-correct          | decide-on-education-case | yes no  no  yes
/cme correct EDU-10432      | decide-on-education-case | yes no  no  yes
form pupil-reopen           | decide-on-education-case | yes no  no  yes
form pupil-referral         | refer-pupil              | yes yes yes yes
form pupil-enquiry          | work-on-education-case   | yes yes yes yes
form pupil-found            | work-on-education-case   | yes yes yes yes
form pupil-facts            | work-on-education-case   | yes yes yes yes
form pupil-close            | decide-on-education-case | yes no  no  yes
/cme refer                  | refer-pupil              | yes yes yes yes
/cme refer edu-10432        | refer-pupil              | yes yes yes yes
/cme enquiry EDU-10432      | work-on-education-case   | yes yes yes yes
/cme found EDU-10432        | work-on-education-case   | yes yes yes yes
/cme facts EDU-10432        | work-on-education-case   | yes yes yes yes
/cme close EDU-10432        | decide-on-education-case | yes no  no  yes
/cme reopen EDU-10432       | decide-on-education-case | yes no  no  yes
/cme why EDU-10432          | see-education-cases      | yes yes yes yes
/cme list                   | see-education-cases      | yes yes yes yes
/cme return 1 October 2026  | see-census-return        | yes no  no  yes
`

/** Of the joined-up view: the cells of its panel and its lead. */
const joinedUpTable = `
button link-references                | link-references | no  yes
button undo-link                      | link-references | no  yes
form link-references                  | link-references | no  yes
form undo-link                        | link-references | no  yes
/joined-up lcs-10432                  | see-joined-up   | yes yes
/joined-up social-care LCS-10432      | see-joined-up   | yes yes
`

const rowsOf = (text: string, cellsOf: (cells: string) => string): ReadonlyArray<Row> =>
  text
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [door = "", permission = "", cells = ""] = line.split("|").map((part) => part.trim())
      return { door, permission: permission as Permission, cells: cellsOf(cells).split(/ +/) as ReadonlyArray<Cell> }
    })

export const everyDoor: ReadonlyArray<Row> = [
  ...rowsOf(table, (cells) =>
    cells.split(/ +/).length === columns.length ? cells : `${cells} ${NOBODY_OF_EDUCATION}`
  ),
  ...rowsOf(educationTable, (cells) => `${NOBODY_OF_THE_PATHWAY} ${cells} ${NOBODY_OF_INCLUSION}`),
  ...rowsOf(joinedUpTable, (cells) => `${NOBODY_OF_THE_PATHWAY} no no no no ${cells}`)
]

const mine = "My return home interviews, and those of my children"
const queue = "All owed"
/** Shown where one waits, as here an offer that was not made, which has climbed to the team managers. */
const decisions = "Decisions that wait for you"
const team = [
  "Missing now",
  "This month so far",
  "Overdue, or return not recorded",
  "Out-of-hours duty",
  "Triggers awaiting a decision"
]
const education = ["Children missing education"]
const settings = ["Health", "Not delivered", "Roles", "Policy", "On record"]

/** The sections of the Home that each role sees, whichever tab they ask for, by their headings. */
export const homeSections: Readonly<Record<(typeof columns)[number], ReadonlyArray<string>>> = {
  mash: [queue],
  "missing-coordinator": [decisions, queue, mine],
  "team-manager": [decisions, ...team, queue, mine],
  "head-of-service": team,
  "out-of-hours-duty": [queue],
  interviewer: [mine],
  worker: [mine],
  administrator: settings,
  "education-officer": education,
  attendance: education,
  admissions: education,
  "education-manager": education,
  "inclusion-panel": ["Joined-up view"],
  "inclusion-lead": ["Joined-up view"]
}
