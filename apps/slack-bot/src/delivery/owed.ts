/**
 * Everything that should have been said about a child by now, computed afresh from what happened. What was said
 * already is the deliveries' business; comparing the two is the courier's.
 */
import { alertsAgain, workerAlerts } from "./alertsOwed.ts"
import { cards, timeline } from "./cardsOwed.ts"
import { alertsOver, deathNotices, deathsTakenBack, reportsToLookAt } from "./deathOwed.ts"
import { cancellationsAsked, interviewsAsked } from "./decisionsAsked.ts"
import { joinedNews } from "./joinedOwed.ts"
import { ladder } from "./ladderOwed.ts"
import { missingAfterAllAlerts } from "./missingAfterAll.ts"
import type { CaseToTell, OwedMessage } from "./OwedMessage.ts"
import { early, turnedAwayNews } from "./policeNewsOwed.ts"
import { reminders } from "./remindersOwed.ts"
import { considerationsToAnswer, interviewerAlerts, interviewsLost } from "./tasksOwed.ts"
import { triggers } from "./triggersOwed.ts"

/** In the order in which it should reach people: where the child is first, paperwork last. */
export const owedMessages = (told: CaseToTell): ReadonlyArray<OwedMessage> => [
  ...cards(told),
  ...workerAlerts(told),
  ...missingAfterAllAlerts(told),
  ...alertsAgain(told),
  ...ladder(told),
  ...deathNotices(told),
  ...deathsTakenBack(told),
  ...reportsToLookAt(told),
  ...alertsOver(told),
  ...early(told),
  ...turnedAwayNews(told),
  ...cancellationsAsked(told),
  ...interviewsAsked(told),
  ...joinedNews(told),
  ...triggers(told),
  ...reminders(told),
  ...interviewsLost(told),
  ...interviewerAlerts(told),
  ...considerationsToAnswer(told),
  ...timeline(told)
]
