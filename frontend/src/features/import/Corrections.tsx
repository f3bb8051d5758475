import { Button, Popover, PopoverSurface, PopoverTrigger, Text } from "@fluentui/react-components";
import type { api } from "../../api";
import { Icon } from "../../ui";
import { counted } from "../../ui/format";
import { useNames } from "./names";
import { correctionsBeyond } from "./options";
import { plainly } from "./session";
import { useGroups } from "./useGroups";
import { session, useSession } from "./useSession";
import { decidedSentence, valuesDecided } from "./wording";

interface Props {
  plan: api.Plan;
  options: api.ImportOptions;
}

/** What a person has answered about this import, each answer with a way to take it back. */
export function Corrections({ plan, options }: Props) {
  const base = useSession().base ?? plainly(options.paths);
  const all = correctionsBeyond(base.options, options, plan, useNames());
  const groups = useGroups(plan.job);
  const values = valuesDecided(groups);
  return (
    <Popover positioning="below-end" trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" disabled={all.length === 0}>
          {all.length === 0 ? "No corrections" : counted(all.length, "correction")}
          {all.length > 0 && values > 0 && `, ${counted(values, "value")} decided`}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label="Corrections" className="import-corrections">
        {values > 0 && (
          <Text block className="import-corrections-sum quiet">
            {decidedSentence(groups)}
          </Text>
        )}
        <ul>
          {all.map(({ id, text, without }) => (
            <li key={id} className="import-line">
              <Text>{text}</Text>
              <Button
                size="small"
                appearance="subtle"
                icon={<Icon name="undo" />}
                aria-label={`Take back: ${text}`}
                onClick={() => session.correct(without)}
              />
            </li>
          ))}
        </ul>
        <Button size="small" onClick={() => session.correct(base.options)}>
          Take back all
        </Button>
      </PopoverSurface>
    </Popover>
  );
}
