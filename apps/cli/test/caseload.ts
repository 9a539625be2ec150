import { fileWith } from "./run.ts"

/** Two made-up children: one missing three times in three weeks, one still missing. */
export const caseload = `episode_id,child_ref,absence,missing_from,case_status,area,risk,missing_at,reported_at,notified_at,found_at,returned_at,rhi_id,rhi_offered_at,rhi_response,rhi_completed_at,rhi_not_done
E1,LCS-10432,missing,care,looked-after,Wath,medium,2026-11-02T20:00:00Z,2026-11-02T22:00:00Z,2026-11-02T22:10:00Z,2026-11-03T07:30:00Z,2026-11-03T08:00:00Z,R1,2026-11-03T09:00:00Z,accepted,2026-11-05T16:00:00Z,
E2,LCS-10432,missing,care,looked-after,Wath,medium,2026-11-10T20:00:00Z,2026-11-10T21:00:00Z,2026-11-10T21:10:00Z,2026-11-11T07:30:00Z,2026-11-11T08:00:00Z,R2,2026-11-11T09:00:00Z,accepted,2026-11-12T16:00:00Z,
E3,LCS-10432,missing,care,looked-after,Wath,high,2026-11-18T20:00:00Z,2026-11-18T21:00:00Z,2026-11-18T21:10:00Z,2026-11-19T07:30:00Z,2026-11-19T08:00:00Z,R3,2026-11-19T09:00:00Z,accepted,2026-11-20T16:00:00Z,
E4,LCS-20877,missing,home,early-help,Maltby,low,2026-11-20T17:00:00Z,2026-11-20T20:00:00Z,2026-11-20T20:05:00Z,,,,,,,
`

/** All of it had happened by then. */
export const AS_OF = "2026-11-22T12:00:00Z"

export const caseloadFile = (): string => fileWith("episodes.csv", caseload)
