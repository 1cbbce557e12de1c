import { ExternalLink } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ModePage } from '../../main/contract/table.ts';
import { CLIENT_WORDS, STEP_WORDS } from '../../main/contract/words.ts';
import type { AppErrorData } from '../../main/contract/errors.ts';
import { Button } from '../parts/button.tsx';
import { ErrorCard } from '../parts/error-card.tsx';
import { Section } from '../parts/section.tsx';
import { StateWord } from '../parts/state-mark.tsx';
import { useActions } from '../store/app-context.tsx';
import { toAppErrorData } from '../store/load.ts';
import { SEVERITY_TEXTS } from '../texts.ts';
import { CATEGORY_TEXTS, HELP } from './texts.ts';
import { SEVERITY_MARKS } from '../view/mark.ts';

/** What is wrong, what to do, and where it stands, of one failure mode. */
export function HelpPage(props: { readonly page: ModePage }): ReactNode {
  const { page } = props;
  return (
    <>
      <Facts page={page} />
      <Section title={HELP.whatIsWrong}>
        <p className="prose">{page.explanation}</p>
      </Section>
      <Section title={HELP.whatToDo}>
        <p className="prose">{page.whatToDo}</p>
      </Section>
      {page.references.length === 0 ? null : <References page={page} />}
    </>
  );
}

function Facts(props: { readonly page: ModePage }): ReactNode {
  const { page } = props;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      HELP.severity,
      <StateWord mark={SEVERITY_MARKS[page.severity]} word={SEVERITY_TEXTS[page.severity]} />,
    ],
    [HELP.step, STEP_WORDS[page.step]],
    [HELP.category, CATEGORY_TEXTS[page.category]],
    [HELP.clients, page.clients.map((client) => CLIENT_WORDS[client]).join('; ')],
  ];
  return (
    <dl className="pairs">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function References(props: { readonly page: ModePage }): ReactNode {
  const { openPage } = useActions();
  const [result, setResult] = useState<AppErrorData | 'opened' | null>(null);
  const open = async (page: string) => {
    try {
      await openPage(page);
      setResult('opened');
    } catch (error) {
      setResult(toAppErrorData(error));
    }
  };
  return (
    <Section title={HELP.references}>
      <ul className="list lines">
        {props.page.references.map((reference) => (
          <li key={reference.page}>
            <Button kind="quiet" onPress={() => void open(reference.page)}>
              <ExternalLink className="icon" aria-hidden="true" />
              {reference.title}
            </Button>
          </li>
        ))}
      </ul>
      <p className="hint" role="status">
        {result === 'opened' ? HELP.opened : ''}
      </p>
      {result === null || result === 'opened' ? null : <ErrorCard error={result} />}
    </Section>
  );
}
