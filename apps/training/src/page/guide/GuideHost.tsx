import { type ReactNode, useEffect, useRef } from "react"
import { type Address, type Guide, withGuide } from "../../address/address.ts"
import type { Done, PageContent, TourPlace } from "../../api.ts"
import { REACHABLE } from "../reachable.ts"
import { ScenarioGuide } from "../scenarios/ScenarioGuide.tsx"
import {
  checkScenario,
  leaveScenario,
  leaveTour,
  openScenario,
  playScenario,
  startTour
} from "../server/trainingServer.ts"
import { HappenedPanel } from "./HappenedPanel.tsx"
import { TourGuide } from "./TourGuide.tsx"

interface GuideColumnProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Beside the workspace and no part of Slack: the tour, what just happened, or a scenario. */
const GuideColumn = ({ title, onClose, children }: GuideColumnProps) => {
  const body = useRef<HTMLElement>(null)

  // Another title is another content: it is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title is what the effect follows.
  useEffect(() => {
    body.current?.scrollTo({ top: 0 })
  }, [title])

  return (
    <aside className="guide" aria-label={title}>
      <header className="pane-header">
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label={`Close: ${title}`} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <section className="guide-body" ref={body} aria-label={`${title}: contents`} {...REACHABLE}>
        {children}
      </section>
    </aside>
  )
}

interface GuideHostProps {
  readonly seen: PageContent
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
