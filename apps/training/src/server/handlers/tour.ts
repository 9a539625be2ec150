/** `POST /api/tour/start`, `POST /api/tour/leave`: the guided tour, begun and left. */
import { Effect } from "effect"
import { done } from "../Refused.ts"
import type { Requester } from "../Requester.ts"

export const startTour = ({ training }: Requester) => Effect.as(training.tour.start, done)

export const leaveTour = ({ training }: Requester) => Effect.as(training.tour.leave, done)
