/** The bodies of `POST /intake/notifications` that the panel sends: what was typed, and training time as `sentAt`. */
export interface MissingReport {
  readonly policeReference: string
  readonly childReference: string
  readonly absence: string
  readonly missingFrom: string
  readonly risk: string
  readonly missingAt: number | null
  readonly reportedAt: number | null
}

export type News = "found" | "returned" | "cancelled"

export interface LaterNews {
  readonly policeReference: string
  readonly childReference: string
  readonly kind: News
  readonly at: number | null
  readonly reason: string
}

const instant = (ms: number): string => new Date(ms).toISOString()

/** A time that was left out is left out of the notification too: the intake says that it is needed. */
const timed = (field: string, ms: number | null) => (ms === null ? {} : { [field]: instant(ms) })

export const missingNotification = (report: MissingReport, sentAt: number): Record<string, unknown> => ({
  kind: "missing",
  policeReference: report.policeReference.trim(),
  sentAt: instant(sentAt),
  child: { reference: report.childReference.trim() },
  absence: report.absence,
  missingFrom: report.missingFrom,
  risk: report.risk,
  ...timed("missingAt", report.missingAt),
  ...timed("reportedAt", report.reportedAt)
})

export const laterNotification = (news: LaterNews, sentAt: number): Record<string, unknown> => ({
  kind: news.kind,
  policeReference: news.policeReference.trim(),
  sentAt: instant(sentAt),
  child: { reference: news.childReference.trim() },
  ...(news.kind === "found" ? timed("foundAt", news.at) : {}),
  ...(news.kind === "returned" ? timed("returnedAt", news.at) : {}),
  ...(news.kind === "cancelled" ? { reason: news.reason.trim() } : {})
})

/** A number like South Yorkshire Police's, with a T for training where theirs never has a letter. */
export const freshPoliceReference = (now: number, random: number): string =>
  `SYP-${new Date(now).getUTCFullYear()}-T${String(Math.floor(random * 1_000_000)).padStart(6, "0")}`
