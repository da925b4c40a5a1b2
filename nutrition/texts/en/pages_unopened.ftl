### Where the diary cannot be opened. Ids: pages-unopened-<why>.

pages-unopened-foreign = { $path } is no diary of this program. It was not touched. Move the file to another place, or name another folder with MGCA_DATA; then try again.
pages-unopened-damaged = { $path } is damaged or cut short. It was not touched. Move it to another place and bring in your last export, or put back a copy that is whole; then try again.
pages-unopened-newer = { $path } was written by a newer version of this program. It was not touched. Install the newer version, then try again.
pages-unopened-again = Try again
