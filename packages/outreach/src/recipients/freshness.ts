/** How fresh Slack's word on a person has to be for what they want to do. */

import type { Permission } from "@safe-return/casework"
import { Duration } from "effect"

/** How long Slack's word on an account or a user group is taken before it is asked again. */
export const ANSWER_KEPT = Duration.minutes(5)

/** How long Slack's word on a full member is taken for a list, which many clicks ask for at once: a working choice. */
export const LIST_ANSWER_KEPT = Duration.seconds(5)

/** How long a known member counts while Slack cannot say: a working choice, and one who left cannot sign in. */
export const LAST_KNOWN_STANDS = Duration.hours(24)

/**
 * `afresh`: asked of Slack at each click, and refused while Slack cannot say. `minutes`: asked at each click, but of
 * a full member at most every {@link LIST_ANSWER_KEPT}; while Slack cannot say, an answer stands for {@link ANSWER_KEPT}.
 * `last-known`: an answer is kept for that long, and where Slack cannot say then, the last one stands for
 * {@link LAST_KNOWN_STANDS}.
 */
export type Freshness = "afresh" | "minutes" | "last-known"

/** What reveals or decides waits for Slack's word; what is urgent to record does not; lists are in between. */
export const freshnessOf: Readonly<Record<Permission, Freshness>> = {
  "report-missing": "last-known",
  "record-found-and-returned": "last-known",
  "acknowledge-alert": "last-known",
  "acknowledge-for-another": "last-known",
  "log-interview": "last-known",
  "record-find-me-plan": "last-known",
  "change-availability": "last-known",
  "answer-incident": "last-known",
  "refer-pupil": "last-known",
  "work-on-education-case": "last-known",
  "see-cases": "minutes",
  "see-queue": "minutes",
  "see-education-cases": "minutes",
  "see-census-return": "minutes",
  "see-scorecard": "minutes",
  "see-whole-scorecard": "afresh",
  "open-home": "minutes",
  "try-undelivered-again": "minutes",
  "reveal-profile": "afresh",
  "change-profile": "afresh",
  "correct-record": "afresh",
  "correct-interview": "afresh",
  screen: "afresh",
  "keep-duty-rota": "afresh",
  "set-allocated-worker": "afresh",
  "move-or-join-records": "afresh",
  "close-episode": "afresh",
  "cancel-episode": "afresh",
  "record-death": "afresh",
  "take-back-death": "afresh",
  "assign-interview": "afresh",
  "decide-on-education-case": "afresh",
  "see-joined-up": "afresh",
  "link-references": "afresh",
  "take-off-interview": "afresh",
  "answer-considerations": "afresh",
  "decide-on-trigger": "afresh",
  "decide-on-quiet-trigger": "afresh"
}
