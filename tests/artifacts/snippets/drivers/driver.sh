# Runs one scenario's snippet in the shell, and says what came of it; pauses are noted and left out.
# Its arguments: the snippet's file, policy, method, address, whether a new request is decided on, and the state's address.
file=$1 policy=$2 wanted=$3 address=$4 decides=$5 state=$6
: >waits
sleep() {
  echo "$1" >>waits
}
decide() {
  [ "$decides" = true ] && cat
}
. "./$file.sh" >/dev/null 2>&1
: >waits
echo '{}' >request.json
if [ "$policy" = refetch ]; then
  send "$state" "$wanted" "$address" 2>said
else
  send "$wanted" "$address" 2>said
fi
echo $? >ended
