/** The place of a chart before it is drawn: its outline, faintly. */
export function ChartComing({ kind }: { kind: string }) {
  if (kind === "pie") return <div className="chart-coming chart-coming-pie" aria-hidden />;
  const lying = kind === "bar" || kind === "stacked";
  return (
    <div
      className={`chart-coming ${lying ? "chart-coming-bars" : "chart-coming-columns"}`}
      aria-hidden
    >
      {sizes.map((size) => (
        <span key={size} style={lying ? { width: size } : { height: size }} />
      ))}
    </div>
  );
}

const sizes = ["56%", "32%", "72%", "40%", "24%"];
