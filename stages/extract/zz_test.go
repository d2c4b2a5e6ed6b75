package extract
import ("testing";"fmt";"os";"time";"syscall")
func TestZZ(t *testing.T){
 root:=os.Getenv("TRY"); if root=="" {t.Skip()}
 t0:=time.Now()
 in,ps:=Data(root,Options{})
 var ru syscall.Rusage; syscall.Getrusage(0,&ru)
 fmt.Println(time.Since(t0), len(in.Files), len(ps), ps.Faults(),"maxrss MB",ru.Maxrss/1024, "cpu", time.Duration(ru.Utime.Nano()+ru.Stime.Nano()))
 for i,p:=range ps { if i<60 {fmt.Println(p.In("en"))}}
}
