/** Everything that should have been said about a child by now, computed from what happened. */

import { alertsAgain, workerAlerts } from "./alertsOwed.ts"
import { allClearsOff } from "./allClearsOff.ts"
import { allClears } from "./allClearsOwed.ts"
import { assigningOnce } from "./assigningOnce.ts"
import { cards, timeline } from "./cardsOwed.ts"
import { coordinatorAlerts, episodesHandedOver } from "./coordinatorsOwed.ts"
import { deathNotices, deathsTakenBack, reportsToLookAt } from "./deathOwed.ts"
import { cancellationRequests, interviewRequests, reportRequests } from "./decisionRequests.ts"
import { decisionsWaiting } from "./decisionsWaiting.ts"
import { forItsReader } from "./forItsReader.ts"
import { interviewsLost } from "./interviewsLost.ts"
import { interviewsOnHold } from "./interviewsOnHold.ts"
import { joinedNews } from "./joinedOwed.ts"
import { ladder } from "./ladderOwed.ts"
import { missingAfterAllAlerts } from "./missingAfterAll.ts"
import { movedAlerts } from "./movedAlerts.ts"
import type { CaseSnapshot, OwedMessage } from "./OwedMessage.ts"
import { early, turnedAwayNews } from "./policeNewsOwed.ts"
import { reminders } from "./remindersOwed.ts"
import { requestsOver } from "./requestsOver.ts"
import { considerationsToAnswer, interviewerAlerts } from "./tasksOwed.ts"
import { triggers } from "./triggersOwed.ts"
import { withoutRepeats } from "./withoutRepeats.ts"
import { workersReplaced } from "./workersReplaced.ts"

/** In the order in which it should reach people: where the child is first, paperwork last. */
const newlyOwed = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const posted = triggers(snapshot)
  const alerts = [
    ...workerAlerts(snapshot),
    ...coordinatorAlerts(snapshot),
    ...missingAfterAllAlerts(snapshot),
    ...alertsAgain(snapshot),
    ...movedAlerts(snapshot),
    ...ladder(snapshot)
  ]
  return [
    ...cards(snapshot),
    ...alerts,
    ...workersReplaced(snapshot),
    ...deathNotices(snapshot),
    ...deathsTakenBack(snapshot, alerts),
    ...reportsToLookAt(snapshot),
    ...allClears(snapshot),
    ...allClearsOff(snapshot),
    ...early(snapshot),
    ...turnedAwayNews(snapshot),
    ...cancellationRequests(snapshot),
    ...reportRequests(snapshot),
    ...interviewRequests(snapshot),
    ...interviewsOnHold(snapshot),
    ...joinedNews(snapshot),
    ...posted,
    ...decisionsWaiting(snapshot, posted),
    ...reminders(snapshot),
    ...episodesHandedOver(snapshot),
    ...interviewsLost(snapshot),
    ...interviewerAlerts(snapshot),
    ...considerationsToAnswer(snapshot),
    ...timeline(snapshot)
  ]
}

/** Everything that should have been said by now, and in place of what is not owed any more, what became of it. */
export const owedMessages = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { owed, repeated } = withoutRepeats(newlyOwed(snapshot), snapshot.delivered)
  const once = assigningOnce(owed, snapshot.delivered)
  const all = [...once, ...requestsOver(snapshot, owed, repeated)]
  return all.map(forItsReader(snapshot, all))
}
