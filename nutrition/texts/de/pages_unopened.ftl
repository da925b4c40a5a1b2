### Wenn sich das Tagebuch nicht öffnen lässt. Ids: pages-unopened-<warum>.

pages-unopened-foreign = { $path } ist kein Tagebuch dieses Programms. Die Datei wurde nicht angerührt. Legen Sie sie an einen anderen Ort oder nennen Sie mit MGCA_DATA einen anderen Ordner; versuchen Sie es dann noch einmal.
pages-unopened-damaged = { $path } ist beschädigt oder unvollständig. Die Datei wurde nicht angerührt. Legen Sie sie an einen anderen Ort und lesen Sie Ihren letzten Export ein, oder legen Sie eine heile Kopie an ihre Stelle; versuchen Sie es dann noch einmal.
pages-unopened-newer = { $path } wurde von einer neueren Version dieses Programms geschrieben. Die Datei wurde nicht angerührt. Installieren Sie die neuere Version und versuchen Sie es dann noch einmal.
pages-unopened-again = Noch einmal versuchen
