import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { History } from "../../api";
import { keys, useAppKey } from "../../frame";
import { cameFromChange, useModel } from "../../model";
import { counted } from "../../ui";

/** The records that still hold a value which an import gave them: a link to the list of each table. */
export function Left({ seq }: { seq: number }) {
  const app = useAppKey();
  const model = useModel();
  const { data } = useQuery({
    queryKey: [...keys.history, "held", seq],
    queryFn: () => History.Held(seq),
  });
  return (
    <p className="row history-left">
      {data?.length === 0 && (
        <span className="quiet">No value in the catalogue is from it now.</span>
      )}
      {data && data.length > 0 && <span className="quiet">Values from it are in</span>}
      {data?.map(({ table: key, count }) => {
        const { label, plural } = model.table(key);
        return (
          <Link
            key={key}
            to="/a/$app/t/$table"
            params={{ app, table: key }}
            search={{ view: model.allView(key), filter: cameFromChange(seq) }}
          >
            {counted(count, label, plural)}
          </Link>
        );
      })}
    </p>
  );
}
