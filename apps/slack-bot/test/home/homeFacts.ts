/** What an App Home is made from: a council where nothing has happened, but for what a test says. */

import { at, manager } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { rotherham } from "@safe-return/domain/policy"
import type { HomeFacts } from "../../src/home/HomeFacts.ts"
import { onTab } from "../../src/home/HomePlace.ts"

const nobody: HomeFacts["holders"] = {
  mash: [],
  "missing-coordinator": [],
  "team-manager": [],
  interviewer: [],
  worker: [],
  "head-of-service": [],
  "out-of-hours-duty": [],
  administrator: [],
  "education-officer": [],
  attendance: [],
  admissions: [],
  "education-manager": [],
  "inclusion-panel": [],
  "inclusion-lead": []
}

export const homeFacts = (more: Partial<HomeFacts> = {}): HomeFacts => {
  const { states = new Map(), now = at(0) } = more
  return {
    person: manager,
    place: onTab("team"),
    tabs: ["team", "settings"],
    states,
    lines: interviewQueue(states, now, calendars),
    coversFor: new Set(),
    theirChildren: new Set(),
    unacknowledged: [],
    toAnswer: [],
    answersApart: new Set(),
    decisions: [],
    closing: [],
    holders: nobody,
    absences: [],
    whenThere: () => [],
    authority: "Training council",
    policy: rotherham,
    calendars,
    health: {
      keptIn: "in memory",
      slackAwaySince: undefined,
      everybodyLookedAt: undefined,
      notTold: [],
      incidents: []
    },
    undelivered: [],
    isTryingAgain: false,
    now,
    ...more
  }
}
