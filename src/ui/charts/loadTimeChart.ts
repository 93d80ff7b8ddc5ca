/** The code of TimeChart. Asked for when a panel asks for its data, it is there when the answers are. */
export async function loadTimeChart() {
  return (await import('./TimeChart')).TimeChart
}
