export function ListPage() {
  return <h1>Records</h1>;
}
