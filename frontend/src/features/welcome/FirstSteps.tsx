import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useBringIn, useCatalogue, useFiles, useFirstSteps, useGo } from "../../frame";
import { Icon } from "../../ui";

/** Three steps from nothing to one's own spreadsheet in the catalogue. */
export function FirstSteps() {
  const { open, scratch, records } = useCatalogue();
  const [, set] = useFirstSteps();
  const files = useFiles();
  const bringIn = useBringIn();
  const go = useGo();
  const own = open && !scratch;
  const then = (act: () => unknown) => () => {
    set("open"); // they stay in sight until they are put away
    act();
  };
  const filled = own && records > 0;
  return (
    <section className="first-steps card" aria-labelledby="first-steps">
      <header className="row spread">
        <h2 id="first-steps" className="section-title">
          First time here?
        </h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<Icon name="dismiss" size={16} />}
          aria-label="Put the first steps away"
          onClick={() => set("gone")}
        />
      </header>
      <ol className="plain-list">
        <Step
          number={1}
          done={own}
          title="Make a catalogue"
          text="One file on this computer that holds everything. No account, no network."
        >
          {!own && (
            <>
              <Button onClick={then(files.create)}>Choose where it goes…</Button>
              {!open && (
                <Button appearance="subtle" onClick={files.openSample}>
                  Look around in the sample first
                </Button>
              )}
            </>
          )}
        </Step>
        <Step
          number={2}
          done={filled}
          title="Bring in your spreadsheet"
          text="As it is: Cadastre finds the columns, and you see what each row becomes before anything is written."
        >
          {own && !filled && (
            <Button appearance="primary" onClick={then(() => bringIn())}>
              Choose the spreadsheet…
            </Button>
          )}
        </Step>
        <Step
          number={3}
          title="Look it over"
          text="Correct what is wrong in the list itself. The undo arrow at the top takes anything back, also the whole import."
        >
          <Button onClick={() => go.help("getting-started")}>Read the guide</Button>
        </Step>
      </ol>
    </section>
  );
}

interface StepProps {
  number: number;
  title: string;
  text: string;
  done?: boolean;
  children: ReactNode;
}

function Step({ number, title, text, done, children }: StepProps) {
  return (
    <li className={done ? "first-step done" : "first-step"}>
      <span className="first-step-mark tabular" aria-hidden>
        {done ? <Icon name="check" size={16} /> : number}
      </span>
      <div className="stack-tight">
        <strong>
          {title}
          {done && <span className="visually-hidden"> (done)</span>}
        </strong>
        <span className="quiet">{text}</span>
        {children && <div className="row first-step-acts">{children}</div>}
      </div>
    </li>
  );
}
