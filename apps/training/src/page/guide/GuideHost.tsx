import { type Address, type Guide, withGuide } from "../../address/address.ts"
import type { Done, Seen, TourPlace } from "../../api.ts"
import { ScenarioGuide } from "../scenarios/ScenarioGuide.tsx"
import {
  checkScenario,
  leaveScenario,
  leaveTour,
  openScenario,
  playScenario,
  startTour
} from "../server/trainingServer.ts"
import { GuideColumn } from "./GuideColumn.tsx"
import { HappenedPanel } from "./HappenedPanel.tsx"
import { TourGuide } from "./TourGuide.tsx"

interface GuideHostProps {
  readonly seen: Seen
  readonly address: Address
  readonly onGo: (address: Address) => void
  readonly onTake: (as: string, place: TourPlace) => void
  /** Another workspace is about to take the place of this one. */
  readonly onLosing: () => void
  readonly andRefresh: (asked: Promise<Done>) => Promise<Done>
}

const TITLES: Readonly<Record<Guide, string>> = {
  tour: "Guided tour",
  happened: "What just happened",
  scenario: "Scenarios"
}

/** Whatever is open beside the workspace. */
export const GuideHost = ({ seen, address, onGo, onTake, onLosing, andRefresh }: GuideHostProps) => {
  const { guide } = address
  if (guide === undefined) return null
  const as = seen.workspace.me.id
  return (
    <GuideColumn title={TITLES[guide]} onClose={() => onGo(withGuide(address))}>
      {guide === "tour" && seen.tour !== undefined && (
        <TourGuide
          tour={seen.tour}
          onStart={() => andRefresh(startTour(as))}
          onLeave={() => andRefresh(leaveTour(as))}
          onTake={(step) => onTake(step.as, step.place)}
        />
      )}
      {guide === "happened" && seen.happened !== undefined && (
        <HappenedPanel
          happened={seen.happened}
          isAboutMessage={address.about !== undefined}
          onLatest={() => onGo(withGuide(address, "happened"))}
        />
      )}
      {guide === "scenario" && seen.scenarios !== undefined && (
        <ScenarioGuide
          as={as}
          scenarios={seen.scenarios}
          onOpen={(asked) => {
            // Before the server answers: by then the reader may have gone on somewhere.
            onLosing()
            return andRefresh(openScenario(as, asked))
          }}
          onPlay={(asked) => andRefresh(playScenario(as, asked))}
          onCheck={() => andRefresh(checkScenario(as))}
          onLeave={() => andRefresh(leaveScenario(as))}
          onTake={(step) => onTake(step.as, { in: step.in })}
        />
      )}
      {{ tour: seen.tour, happened: seen.happened, scenario: seen.scenarios }[guide] === undefined && (
        <p className="quiet">Loading…</p>
      )}
    </GuideColumn>
  )
}
